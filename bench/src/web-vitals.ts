import { parseArgs } from 'node:util';
import { launchBrowser } from '@account/e2e/browser.ts';
import { startServer } from '@account/e2e/server.ts';
import { signIn } from '@account/e2e/stack.ts';
import { demoPassword } from '@account/logto-dev';
import type { Browser, Page } from 'playwright-core';
import { navigation } from '../../apps/web/src/app/navigation.ts';
import budgets from '../budgets.json' with { type: 'json' };
import { type Peer, weighPeers } from './peers.ts';
import { print, table, writeResult } from './report.ts';
import { type StorageState, type Visit, visit, type Way } from './visit.ts';

/** What a person waits for on a throttled phone, page by page. */
type Row = { name: string; way: Way; visits: Visit[] };

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });

const server = await startServer({ LOG_LEVEL: 'silent', NODE_OPTIONS: '' });
const browser = await launchBrowser();
try {
  const peers = await weighPeers();
  const rows = await run(browser, Number(values.runs));
  print(`\n${table(rows.map(cells))}\n`);
  print(`${table(checks(rows))}\n`);
  print(`${table(peers.map(peerCells))}\n`);
  await writeResult('web-vitals', { rows: rows.map(({ name, visits }) => ({ name, visits })), peers });
} finally {
  await browser.close();
  await server.stop();
}

/** Round after round, so that a busy minute of the machine meets all of them. */
async function run(browser: Browser, runs: number): Promise<Row[]> {
  const rows = ways(browser, await signedIn(browser)).map((way) => ({ ...way, visits: [] as Visit[] }));
  for (let round = 1; round <= runs; round += 1) {
    for (const { name, way, visits } of rows) {
      process.stderr.write(`round ${round} of ${runs}: ${name}\n`);
      visits.push(await visit(browser, server.url, way));
    }
  }
  return rows;
}

function ways(browser: Browser, state: StorageState) {
  const storageState = async () => state;
  const pages = navigation.flatMap(({ items }) => items.map(({ to }) => pathOf(to)));
  return [
    { name: 'back from the sign-in', way: { prepare: fillIn, go: submit } },
    {
      name: '`/`, access token over',
      // A refresh token is good once.
      way: { storageState: async () => withoutAccessToken(await signedIn(browser)), go: open('/') },
    },
    ...pages.map((path) => ({ name: `\`${path}\``, way: { storageState, go: open(path) } })),
  ];
}

/** Without the part that opens one of its editors. */
function pathOf(route: string) {
  return route.replace(/\/\{.*$/, '');
}

function open(path: string) {
  return (page: Page) => page.goto(path);
}

async function fillIn(page: Page) {
  await page.goto('/');
  await page.getByLabel('Email, phone or username').fill('ada');
  await page.getByLabel('Password').fill(demoPassword);
}

async function submit(page: Page) {
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('/');
}

async function signedIn(browser: Browser): Promise<StorageState> {
  const page = await browser.newPage({ baseURL: server.url, locale: 'en-US' });
  await page.goto('/');
  await signIn(page, 'ada', demoPassword);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  const state = await page.context().storageState();
  await page.close();
  return state;
}

function withoutAccessToken({ origins, ...state }: StorageState): StorageState {
  return {
    ...state,
    origins: origins.map(({ origin, localStorage }) => ({
      origin,
      localStorage: localStorage.filter(({ name }) => !name.endsWith(':accessToken')),
    })),
  };
}

function cells({ name, visits }: Row) {
  const of = (key: keyof Visit) => median(visits.map((each) => each[key]));
  return {
    page: name,
    requests: of('requests'),
    'before first paint': of('requestsBeforePaint'),
    'script kB': (of('scriptBytes') / 1000).toFixed(1),
    'all kB': (of('bytes') / 1000).toFixed(1),
    'FCP ms': Math.round(of('fcpMs')),
    'LCP ms': Math.round(of('lcpMs')),
    CLS: of('cls').toFixed(3),
    'INP ms': Math.round(of('inpMs')),
  };
}

function checks(rows: readonly Row[]) {
  const worst = (key: keyof Visit) =>
    Math.max(...rows.map(({ visits }) => median(visits.map((each) => each[key]))));
  const { lcpMs, cls, inpMs } = budgets.phone;
  return [
    { what: 'LCP ms', is: Math.round(worst('lcpMs')), goal: lcpMs },
    { what: 'CLS', is: Number(worst('cls').toFixed(3)), goal: cls },
    { what: 'INP ms', is: Math.round(worst('inpMs')), goal: inpMs },
  ].map(({ what, is, goal }) => ({ 'worst page': what, is, goal, '': is > goal ? '**missed**' : 'met' }));
}

function peerCells({ name, weight: { script, total }, files }: Peer) {
  const kb = ({ brotli, gzip }: typeof total) =>
    `${(brotli / 1000).toFixed(1)} / ${(gzip / 1000).toFixed(1)}`;
  return { 'kB brotli / gzip': name, files, script: kb(script), all: kb(total) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
