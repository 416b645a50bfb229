import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { freePort } from './ports.ts';

const serverBundle = fileURLToPath(new URL('../apps/api/dist/main.mjs', import.meta.url));

/** One that runs; who started it also stops it. */
export type Stack = Omit<Awaited<ReturnType<typeof startStack>>, 'stop'>;

/** The production build of app and API on one port, before a local Logto. */
export async function startServer(variables: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logto = await startLogtoDev({ port: 0, appOrigins: [url], quiet: true });
  const server = spawn(process.execPath, [serverBundle], {
    env: {
      ...accountEnvironment(logto.endpoint),
      ACCOUNT_PUBLIC_URL: url,
      HOST: 'localhost',
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      ...(env.TEST_DATABASE_URL ? { DATABASE_URL: await newDatabase() } : { ACCOUNT_DATA_DIR: 'memory://' }),
      ...variables,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await isReady(`${url}/health/ready`, server);
  return {
    logto,
    url,
    stop: async () => {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      await logto.close();
    },
  };
}

/** The server, and a browser to use it with. */
export async function startStack(variables: Record<string, string> = {}) {
  const [browser, { stop, ...server }] = await Promise.all([launchBrowser(), startServer(variables)]);
  const pages = new Set<WatchedPage>();

  /** Throws what their consoles said against them. */
  const closePages = async () => {
    const complaints = [...pages].flatMap(unexpected);
    await Promise.all([...pages].map((page) => page.context().close()));
    pages.clear();
    if (complaints.length > 0) throw new Error(`The console said:\n${complaints.join('\n')}`);
  };

  return {
    ...server,
    newPage: async (options?: BrowserContextOptions) => {
      const page = await newPage(browser, { baseURL: server.url, ...options });
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

async function isReady(url: string, server: ChildProcess) {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`The server stopped with ${server.exitCode}`);
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
