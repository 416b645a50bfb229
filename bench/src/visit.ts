import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { z } from 'zod';

/** A phone of the middle class on a slow mobile network. */
const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: 'en-US',
};
const cpuSlowdown = 4;
const bytesPerSecond = 1_600_000 / 8;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: bytesPerSecond,
  uploadThroughput: bytesPerSecond,
};

const Vitals = z.object({ startedAt: z.number(), FCP: z.number(), LCP: z.number(), CLS: z.number() });
const Interaction = z.object({ INP: z.number() });

/** Bytes are those on the wire, with their headers; times are milliseconds since the navigation began. */
export type Visit = {
  requests: number;
  requestsBeforePaint: number;
  scriptBytes: number;
  bytes: number;
  fcpMs: number;
  lcpMs: number;
  cls: number;
  inpMs: number;
};

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What is done with the page before its network and processor are slow, and what then leads to the visit. */
export type Way = {
  /** What the profile begins with; made for each visit. */
  storageState?: () => Promise<StorageState>;
  prepare?: (page: Page) => Promise<unknown>;
  go: (page: Page) => Promise<unknown>;
};

/** One visit in a profile of its own, with nothing in its cache, until the page has come to rest and was used once. */
export async function visit(
  browser: Browser,
  baseURL: string,
  { storageState, prepare, go }: Way,
): Promise<Visit> {
  const begun = storageState && { storageState: await storageState() };
  const context = await browser.newContext({ ...phone, baseURL, ...begun });
  try {
    await context.addInitScript({ content: await vitalsScript });
    const page = await context.newPage();
    await prepare?.(page);
    const requests: Request[] = [];
    page.on('requestfinished', (request) => requests.push(request));
    await slowDown(page);
    await go(page);
    await comesToRest(page);
    const { startedAt, FCP, LCP, CLS } = Vitals.parse(await vitalsOf(page, 'FCP', 'LCP', 'CLS'));
    const traffic = await weighTraffic(requests, { startedAt, paintedAt: startedAt + FCP });
    return { ...traffic, fcpMs: FCP, lcpMs: LCP, cls: CLS, inpMs: await use(page) };
  } finally {
    await context.close();
  }
}

/** Nothing stands for what is still to come, nothing is on its way, and what was painted is told of. */
async function comesToRest(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[class*=pulse], [aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate('new Promise(requestIdleCallback)');
}

const settledMs = 1_500;

/** What the page offers first is used, else the menu above it; how long until it is seen to react. */
async function use(page: Page) {
  const offered = page.locator('#content').locator('button, a[href]').filter({ visible: true });
  const menu = page.locator('header button');
  await ((await offered.count()) > 0 ? offered : menu).first().tap();
  // A tap is several events, each told of by itself, and the longest comes last.
  await page.waitForTimeout(settledMs);
  return Interaction.parse(await vitalsOf(page, 'INP')).INP;
}

/** Once the browser has told of all of them, which it does when it has nothing else to do. */
async function vitalsOf(page: Page, ...names: string[]): Promise<unknown> {
  await page.waitForFunction(
    (wanted) => wanted.every((name) => name in Object(Reflect.get(globalThis, 'vitals'))),
    names,
  );
  return page.evaluate('vitals');
}

async function slowDown(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
}

async function weighTraffic(
  requests: readonly Request[],
  { startedAt, paintedAt }: { startedAt: number; paintedAt: number },
) {
  const ofVisit = requests.filter((request) => request.timing().startTime >= startedAt);
  const weighed = await Promise.all(
    ofVisit.map(async (request) => {
      const { responseHeadersSize, responseBodySize } = await request.sizes();
      return { isScript: request.resourceType() === 'script', bytes: responseHeadersSize + responseBodySize };
    }),
  );
  const sum = (parts: typeof weighed) => parts.reduce((all, { bytes }) => all + bytes, 0);
  return {
    requests: ofVisit.length,
    requestsBeforePaint: ofVisit.filter((request) => request.timing().startTime < paintedAt).length,
    scriptBytes: sum(weighed.filter(({ isScript }) => isScript)),
    bytes: sum(weighed),
  };
}

/** Runs before the page's own scripts, and not under its content security policy. */
const vitalsScript = readFile(new URL('web-vitals.iife.js', import.meta.resolve('web-vitals')), 'utf8').then(
  (library) => `${library}
    globalThis.vitals = { startedAt: performance.timeOrigin };
    for (const name of ['FCP', 'LCP', 'CLS', 'INP']) {
      const options = { reportAllChanges: true, durationThreshold: 16 };
      webVitals['on' + name](({ value }) => { vitals[name] = value; }, options);
    }`,
);
