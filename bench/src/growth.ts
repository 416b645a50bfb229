import { parseArgs } from 'node:util';
import type { Server } from './child.ts';
import { openJournal } from './journal.ts';
import { explainJournal } from './journal-plans.ts';
import { connections, load } from './load.ts';
import { metered } from './measure.ts';
import { paths } from './page-requests.ts';
import { print, table, writeResult } from './report.ts';
import { startSurroundings } from './surroundings.ts';
import { askAgain } from './view.ts';

/** Whether a view costs more when there is more: of one's own, of others, and more servers. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '5' },
    lengths: { type: 'string', default: '1,100,10000' },
    others: { type: 'string', default: '1000000' },
    instances: { type: 'string', default: '1,2,4' },
  },
});
const seconds = Number(values.seconds);
const lengths = values.lengths.split(',').map(Number);
const counts = values.instances.split(',').map(Number);

/** Whoever they are, nobody of them asks too often. */
const people = 5 * connections;
const warmup = 200;

const own = [];
for (const length of lengths) own.push(...(await withOwn(length)));
print(`\nWhat one person has, for one person at a time\n\n${table(own)}`);
const ofOthers = await withOthers(Number(values.others));
print(`\nWhat others have, for one person at a time\n\n${table(ofOthers.rows)}`);
print(`\nJournal queries among ${values.others} lines\n\n${table(ofOthers.plans)}`);
print(`\nHow the views above were served then\n\n${table([ofOthers.scans])}`);
const instances = await withInstances();
print(`\nServers behind a balancer, ${connections} connections\n\n${table(instances)}\n`);
await writeResult('growth', { seconds, own, ofOthers, instances });

/** Pages that list what grows, and one that lists nothing of it. */
async function withOwn(length: number) {
  const surroundings = await startSurroundings({ people, listLength: length });
  const server = await surroundings.startOurs();
  const journal = await openJournal(surroundings.databaseUrl);
  try {
    await journal.fill({ people, linesEach: length });
    const rows = [];
    for (const page of ['sign-in', 'activity', 'devices', 'tokens', 'organizations'] as const) {
      process.stderr.write(`${length} of one's own: ${page}\n`);
      rows.push({ 'has of each': length, page, ...(await cost(server, page, surroundings.tokens)) });
    }
    return rows;
  } finally {
    await journal.close();
    await server.stop();
    await surroundings.stop();
  }
}

async function withOthers(lines: number) {
  const surroundings = await startSurroundings({ people });
  const server = await surroundings.startOurs();
  const journal = await openJournal(surroundings.databaseUrl);
  try {
    await journal.fill({ people, linesEach: 100 });
    const rows = [];
    let before: Record<string, number> = {};
    for (const added of [0, lines]) {
      if (added > 0) await journal.addOthers(added);
      before = await journal.scans();
      for (const page of ['overview', 'activity'] as const) {
        process.stderr.write(`${added} of others: ${page}\n`);
        rows.push({ 'lines of others': added, page, ...(await cost(server, page, surroundings.tokens)) });
      }
    }
    const after = Object.entries(await journal.scans());
    const scans = Object.fromEntries(after.map(([name, count]) => [name, count - (before[name] ?? 0)]));
    return { rows, scans, plans: await explainJournal(journal) };
  } finally {
    await journal.close();
    await server.stop();
    await surroundings.stop();
  }
}

async function cost(server: Server, page: keyof typeof paths, tokens: readonly string[]) {
  const wanted = { url: server.url, paths: [paths[page]], tokens, headers: askAgain, clients: 1 };
  await load({ ...wanted, bound: { amount: Math.min(warmup, tokens.length) } });
  const { p50Ms, p99Ms, cpuMs } = await metered(server, { ...wanted, bound: { duration: seconds } });
  return { 'p50 ms': p50Ms, 'p99 ms': p99Ms, 'CPU ms': cpuMs.toFixed(2) };
}

async function withInstances() {
  const surroundings = await startSurroundings({ people });
  try {
    const rows = [];
    for (const count of counts) {
      process.stderr.write(`${count} servers\n`);
      rows.push(await behindBalancer(surroundings, count));
    }
    const base = rows[0]?.perSecond ?? Number.NaN;
    return rows.map(({ perSecond, cpuMs, count }) => ({
      servers: count,
      'views/s': Math.round(perSecond),
      'views/s ×': (perSecond / base).toFixed(2),
      'CPU ms of all servers': cpuMs.toFixed(2),
    }));
  } finally {
    await surroundings.stop();
  }
}

type Surroundings = Awaited<ReturnType<typeof startSurroundings>>;

async function behindBalancer({ startOurs, startBalancer, tokens }: Surroundings, count: number) {
  const servers = await Promise.all(Array.from({ length: count }, () => startOurs()));
  const balancer = await startBalancer(servers.map(({ url }) => url));
  const used = async () => {
    const usages = await Promise.all(servers.map((server) => server.usage()));
    return usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  };
  try {
    const wanted = { url: balancer.url, paths: [paths['sign-in']], tokens, headers: askAgain };
    await load({ ...wanted, bound: { amount: warmup * count } });
    const before = await used();
    const outcome = await load({ ...wanted, bound: { duration: seconds } });
    const cpuMs = ((await used()) - before) / outcome.requests;
    return { count, perSecond: outcome.requests / outcome.seconds, cpuMs };
  } finally {
    await balancer.stop();
    await Promise.all(servers.map((server) => server.stop()));
  }
}
