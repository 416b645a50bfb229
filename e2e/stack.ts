import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { watchForLeaks } from './leak-watch.ts';
import { freePort } from './ports.ts';

const serverBundle = fileURLToPath(new URL('../apps/api/dist/main.mjs', import.meta.url));

/** One that runs; who started it also stops it. */
export type Stack = Omit<Awaited<ReturnType<typeof startStack>>, 'stop'>;

/** The production build of app and API on one port, before a local Logto. It tells all it can in its log. */
export async function startServer(given: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logto = await startLogtoDev({ port: 0, appOrigins: [url], quiet: true });
  const variables: Record<string, string> = {
    ...accountEnvironment(logto.endpoint),
    ACCOUNT_PUBLIC_URL: url,
    ACCOUNT_SECRET: randomBytes(24).toString('base64url'),
    DELETION_WEBHOOK_URL: `${url}/nowhere`,
    DELETION_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
    LOGTO_WEBHOOK_SIGNING_KEY: randomBytes(24).toString('base64url'),
    HOST: 'localhost',
    PORT: String(port),
    LOG_LEVEL: 'trace',
    ...(env.TEST_DATABASE_URL ? { DATABASE_URL: await newDatabase() } : { ACCOUNT_DATA_DIR: 'memory://' }),
    ...given,
  };
  const server = await startProcess(url, variables);
  return {
    logto,
    url,
    variables,
    readLog: server.readLog,
    tellOfChange: (personId: string) =>
      tellOfChange(url, personId, variables.LOGTO_WEBHOOK_SIGNING_KEY ?? ''),
    stop: async () => {
      await server.stop();
      await logto.close();
    },
  };
}

/** As Logto's hook does, so that a change which a test made behind the server's back is seen at once. */
async function tellOfChange(url: string, userId: string, key: string) {
  const createdAt = new Date().toISOString();
  const body = JSON.stringify({
    event: 'User.Data.Updated',
    createdAt,
    params: { userId },
    data: { once: randomUUID() },
  });
  const headers = {
    'content-type': 'application/json',
    'logto-signature-sha-256': createHmac('sha256', key).update(body).digest('hex'),
  };
  const { status } = await fetch(`${url}/webhooks/logto`, { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`The hook was answered with ${status}`);
}

/** The production build as an operator starts it, once it is ready. */
export async function startProcess(
  url: string,
  variables: Record<string, string>,
  { file = serverBundle, ...options }: { file?: string; cwd?: string; uid?: number } = {},
) {
  const child = spawn(process.execPath, [file], { ...options, env: variables });
  const readLog = keepOutput(child);
  await isReady(`${url}/health/ready`, child, readLog);
  return {
    readLog,
    stop: async () => {
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The server, and a browser to use it with. `stop` throws when a secret stood where it must not. */
export async function startStack(given: Record<string, string> = {}) {
  const [browser, { stop, readLog, ...server }] = await Promise.all([launchBrowser(), startServer(given)]);
  const leaks = await watchForLeaks(server);
  const pages = new Set<WatchedPage>();

  /** Throws what their consoles said against them. */
  const closePages = async () => {
    const complaints = [...pages].flatMap(unexpected);
    const toClose = [...pages];
    pages.clear();
    await Promise.all(toClose.map((page) => leaks.look(page).finally(() => page.context().close())));
    if (complaints.length > 0) throw new Error(`The console said:\n${complaints.join('\n')}`);
  };

  return {
    logto: server.logto,
    url: server.url,
    tellOfChange: server.tellOfChange,
    newPage: async (options?: BrowserContextOptions) => {
      const page = await newPage(browser, { baseURL: server.url, ...options });
      leaks.open(page);
      pages.add(page);
      return page;
    },
    closePages,
    stop: async () => {
      try {
        await closePages();
      } finally {
        await browser.close();
        await stop();
      }
      await leaks.end(readLog());
    },
  };
}

/** Kept as it comes and put together at the end, so that it costs the journeys nothing. */
function keepOutput(server: ChildProcess) {
  const chunks: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
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

async function isReady(url: string, server: ChildProcess, readLog: () => string) {
  for (;;) {
    if (server.exitCode !== null) {
      throw new Error(`The server stopped with ${server.exitCode}:\n${readLog()}`);
    }
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
