import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Server } from './child.ts';
import { connections } from './load.ts';
import { createMemorySeries } from './memory-series.ts';
import { createMinutes } from './minutes.ts';
import { createMixedUse, type Seen } from './mixed-use.ts';
import { asManyAsPossible, atPace } from './pace.ts';
import { print, table, writeResult } from './report.ts';
import { type Surroundings, startSurroundings } from './surroundings.ts';

/** Two servers at 70 % of what they can carry, for a while, and a release in the middle. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    /** For how long the capacity is measured, after as long a time that is not. */
    capacity: { type: 'string', default: '15' },
  },
});
const minutes = Number(values.minutes);
const capacitySeconds = Number(values.capacity);
const share = 0.7;

/** Tokens live for an hour. */
const mostMinutes = 45;
if (!(minutes > 0 && minutes <= mostMinutes)) throw new Error(`--minutes is at most ${mostMinutes}`);

/** A prime, so that everybody does everything. */
const people = 1009;

/** Longer than the balancer takes to notice. */
const drain = { DRAIN_SECONDS: '2' };

type Release = { from: number; to: number };

const surroundings = await startSurroundings({ people });
try {
  const servers = [await surroundings.startOurs(drain), await surroundings.startOurs(drain)];
  const balancer = await surroundings.startBalancer(servers.map(({ url }) => url));
  const capacity = await measureCapacity(balancer.url);
  process.stderr.write(`${capacity.toFixed(0)} visits a second at most\n`);

  const seen = createMinutes();
  const memory = createMemorySeries();
  const watched = servers.map((server, index) => memory.watch(`server ${index + 1}`, server));
  const use = createMixedUse(balancer.url, surroundings.tokens, seen.add);
  const startedAt = performance.now();
  const pace = { perSecond: share * capacity, seconds: minutes * 60 };
  const release = async (): Promise<Release> => {
    await wait((minutes * 60_000) / 2);
    const from = (performance.now() - startedAt) / 60_000;
    for (const index of servers.keys()) {
      await watched[index]?.stop();
      const next = await replace(surroundings, servers[index]);
      servers[index] = next;
      watched[index] = memory.watch(`server ${index + 1}, after the release`, next);
    }
    return { from, to: (performance.now() - startedAt) / 60_000 };
  };
  const [released] = await Promise.all([release(), atPace(use.visit, pace)]);
  await Promise.all(watched.map((each) => each.stop()));
  await use.close();
  await balancer.stop();
  await Promise.all(servers.map((server) => server.stop()));

  const result = { ...seen.read(), memory: memory.read() };
  report(capacity, released, result);
  await writeResult('load', { capacity, share, released, ...result, samples: memory.samples });
} finally {
  await surroundings.stop();
}

async function measureCapacity(url: string) {
  const problems: string[] = [];
  const note = ({ problem }: Seen) => problem && problems.push(problem);
  const use = createMixedUse(url, surroundings.tokens, note);
  await asManyAsPossible(() => use.visit(), connections, capacitySeconds);
  const perSecond = await asManyAsPossible(() => use.visit(), connections, capacitySeconds);
  await use.close();
  if (problems.length > 0) throw new Error(`${problems.length} requests failed, the first: ${problems[0]}`);
  return perSecond;
}

/** As in a release: it is told to stop, and the next one starts at the same address. */
async function replace({ startOurs }: Surroundings, server: Server | undefined) {
  if (!server) throw new Error('There is no server to replace');
  await server.retire();
  const next = await startOurs({ ...drain, PORT: new URL(server.url).port });
  while (!(await fetch(`${next.url}/health/ready`)).ok) await wait(100);
  // The balancer looks by itself.
  await wait(1_000);
  return next;
}

type Seens = ReturnType<ReturnType<typeof createMinutes>['read']>;
type Rows = Seens & { memory: ReturnType<ReturnType<typeof createMemorySeries>['read']> };

function report(capacity: number, { from, to }: Release, rows: Rows) {
  const { minutes: byMinute, kinds, problems, memory } = rows;
  print(
    `\n${(share * capacity).toFixed(0)} visits a second, of ${capacity.toFixed(0)} that are possible; ` +
      `the release from minute ${from.toFixed(1)} to ${to.toFixed(1)}\n`,
  );
  print(`${table(byMinute)}\n\n${table(kinds)}\n\n${table(memory)}\n`);
  for (const [problem, count] of Object.entries(problems)) print(`${count} × ${problem}`);
  process.exitCode = Object.keys(problems).length > 0 ? 1 : 0;
}
