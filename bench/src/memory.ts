import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { newDatabase } from '@account/procedures/testing/database';
import type { Server } from './child.ts';
import { weighDeployable } from './deployable.ts';
import { connections, load } from './load.ts';
import { median } from './median.ts';
import { paths } from './page-requests.ts';
import { print, table, writeResult } from './report.ts';
import { startSurroundings } from './surroundings.ts';

/** How long a server takes to start, what memory it has, and whether it grows with the calls that it answers. */
const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '5' },
    calls: { type: 'string', default: '20000,60000,100000' },
    rest: { type: 'string', default: '10' },
  },
});
const milestones = values.calls.split(',').map(Number);
const restMs = Number(values.rest) * 1000;
const looks = 5;

/** Enough that nobody asks too often. */
const people = 50 * connections;

/** The settings that give a server a database which has never been used. */
const stores = {
  PostgreSQL: async () => ({ DATABASE_URL: await newDatabase() }),
  'embedded database': async () => ({
    DATABASE_URL: '',
    ACCOUNT_DATA_DIR: await mkdtemp(join(folder, 'data-')),
  }),
};
type Store = Record<string, string>;

const folder = await mkdtemp(join(tmpdir(), 'account-bench-'));
const surroundings = await startSurroundings({ people });
try {
  const starts = [];
  const growth = [];
  for (const [name, fresh] of Object.entries(stores)) {
    process.stderr.write(`${name}\n`);
    const store = await fresh();
    starts.push({ store: name, start: 'the first, which makes the tables', ...toRow([await start(store)]) });
    const later = [];
    for (let index = 0; index < Number(values.starts); index += 1) later.push(await start(store));
    starts.push({ store: name, start: 'later', ...toRow(later) });
    growth.push(...(await grow(name, store)));
  }
  const deployable = await weighDeployable();
  print(`\n${table(starts)}\n\n${table(growth)}\n\n${table(deployable)}\n`);
  await writeResult('memory', { people, starts, growth, deployable });
} finally {
  await surroundings.stop();
  await rm(folder, { recursive: true });
}

type Start = Record<'listensMs' | 'readyMs' | 'rssMb', number>;

async function start(store: Store): Promise<Start> {
  const startedAt = performance.now();
  const server = await surroundings.startOurs(store);
  try {
    while (!(await fetch(`${server.url}/health/ready`)).ok) await wait(5);
    const readyMs = performance.now() - startedAt;
    return { listensMs: server.listeningAfterMs, readyMs, rssMb: await atRest(server) };
  } finally {
    await server.retire();
  }
}

function toRow(starts: readonly Start[]) {
  const of = (key: keyof Start) => Math.round(median(starts.map((each) => each[key])));
  return {
    'listens after ms': of('listensMs'),
    'ready after ms': of('readyMs'),
    'RSS MB at rest': of('rssMb'),
  };
}

/** All pages, again and again, by many people. */
async function grow(store: string, settings: Store) {
  const server = await surroundings.startOurs(settings, ['--expose-gc']);
  const row = async (calls: number) => {
    const rssMb = await atRest(server);
    const { heapMb } = await server.collected();
    return { store, calls, 'RSS MB': Math.round(rssMb), 'heap in use MB': Math.round(heapMb) };
  };
  try {
    const rows = [await row(0)];
    let done = 0;
    for (const calls of milestones) {
      process.stderr.write(`${store}: ${calls} calls\n`);
      const wanted = { url: server.url, paths: Object.values(paths), tokens: surroundings.tokens };
      await load({ ...wanted, bound: { amount: calls - done } });
      done = calls;
      rows.push(await row(calls));
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** Its RSS in MB when nobody has asked for a while. The least of some looks: rubbish that waits to be collected is no growth. */
async function atRest(server: Server) {
  await wait(restMs);
  const seen = [];
  for (let look = 0; look < looks; look += 1) {
    seen.push((await server.usage()).rssMb);
    await wait(200);
  }
  return Math.min(...seen);
}
