import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { watchForLeaks } from './leak-watch.ts';
import { startServer } from './server.ts';
import { watchViews } from './views.ts';

/** One that runs; who started it also stops it. */
export type Stack = Omit<Awaited<ReturnType<typeof startStack>>, 'stop'>;

/** The server, and a browser to use it with. `stop` throws when a secret stood where it must not. */
export async function startStack(given: Record<string, string> = {}) {
  const [browser, { stop, readOutput, ...server }] = await Promise.all([launchBrowser(), startServer(given)]);
  const leaks = await watchForLeaks(server);
  const views = watchViews(browser, server.url);
  const pages = new Set<WatchedPage>();

  /** Throws what their consoles and axe said against them. */
  const closePages = async () => {
    const complaints = [...pages].flatMap(unexpected);
    const toClose = [...pages];
    pages.clear();
    await Promise.all(toClose.map((page) => page.evaluate('window.lookNow?.()')));
    await Promise.all(toClose.map((page) => leaks.look(page).finally(() => page.context().close())));
    const findings = await views.findings();
    if (complaints.length > 0) throw new Error(`The console said:\n${complaints.join('\n')}`);
    if (findings.length > 0) throw new Error(`axe found:\n${findings.join('\n')}`);
  };

  return {
    logto: server.logto,
    url: server.url,
    tellOfChange: server.tellOfChange,
    newPage: async (options?: BrowserContextOptions) => {
      const page = await newPage(browser, { baseURL: server.url, ...options });
      leaks.open(page);
      await views.open(page.context());
      pages.add(page);
      return page;
    },
    closePages,
    stop: async () => {
      const { metrics, readLog } = await readOutput();
      try {
        await closePages();
      } finally {
        await browser.close();
        await stop();
      }
      await leaks.end({ metrics, log: readLog() });
    },
  };
}

export type WatchedPage = Page & {
  /** What the browser's console said against the page. */
  complaints: string[];
};

/** A page in a browser profile of its own. */
async function newPage(browser: Browser, options: BrowserContextOptions): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  return Object.assign(page, { complaints });
}

/** What the console said, without the refusals that the browser itself writes down. */
function unexpected({ complaints }: WatchedPage) {
  return complaints.filter((text) => !/the server responded with a status of 4\d\d/.test(text));
}

/** Signs in on Logto's page, where the app sends everybody who is not signed in. */
export async function signIn(page: Page, identifier: string, password: string) {
  await page.getByLabel('Email, phone or username').fill(identifier);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
