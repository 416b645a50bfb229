import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { freePort } from './child.ts';
import { connections, load } from './load.ts';
import { metered } from './measure.ts';
import { median } from './median.ts';
import { paths } from './page-requests.ts';
import { print, table, writeResult } from './report.ts';
import { startSurroundings } from './surroundings.ts';
import { askAgain } from './view.ts';

/** What it costs to be watched: metrics that are asked for, and spans. */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    warmup: { type: 'string', default: '1000' },
  },
});

/** More often than any operator. */
const scrapeMs = 1_000;
/** The SDK sends what it has gathered every five seconds. */
const lastSpansMs = 6_000;

const people = 5 * connections;
const tracing = new URL('../dist/servers/tracing.mjs', import.meta.url).href;

const collector = await startCollector();
const metricsPort = String(await freePort());
const contenders = [
  { label: 'unwatched', env: {}, nodeOptions: [] },
  { label: 'metrics, asked for every second', env: { METRICS_PORT: metricsPort }, nodeOptions: [] },
  { label: 'spans', env: { COLLECTOR: collector.url }, nodeOptions: ['--import', tracing] },
];
type Contender = (typeof contenders)[number];
type Sample = Record<'perSecond' | 'cpuMs' | 'p50Ms' | 'spans', number>;

const surroundings = await startSurroundings({ people });
try {
  const rows = contenders.map((contender) => ({ contender, samples: [] as Sample[] }));
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const { contender, samples } of rows) {
      process.stderr.write(`round ${round} of ${values.rounds}: ${contender.label}\n`);
      samples.push(await measure(contender));
    }
  }
  const base = rows[0]?.samples ?? [];
  print(`\n${table(rows.map(({ contender, samples }) => toRow(contender, samples, base)))}\n`);
  await writeResult('observed', {
    connections,
    rows: rows.map(({ contender: { label }, samples }) => ({ label, samples })),
  });
} finally {
  await surroundings.stop();
  collector.close();
}

async function measure({ env, nodeOptions }: Contender): Promise<Sample> {
  const server = await surroundings.startOurs(env, nodeOptions);
  const scraping = setInterval(() => {
    if ('METRICS_PORT' in env)
      void fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((res) => res.text());
  }, scrapeMs);
  try {
    const { tokens } = surroundings;
    const wanted = { url: server.url, paths: [paths['sign-in']], tokens, headers: askAgain };
    const before = collector.count();
    const warmup = await load({ ...wanted, bound: { amount: Number(values.warmup) } });
    const outcome = await metered(server, { ...wanted, bound: { duration: Number(values.seconds) } });
    const { requests, seconds, cpuMs, p50Ms } = outcome;
    await wait(lastSpansMs);
    const spans = (collector.count() - before) / (warmup.requests + requests);
    return { perSecond: requests / seconds, cpuMs, p50Ms, spans };
  } finally {
    clearInterval(scraping);
    await server.stop();
  }
}

function toRow({ label }: Contender, samples: readonly Sample[], base: readonly Sample[]) {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  const ratio = (key: keyof Sample) =>
    median(samples.map((sample, round) => sample[key] / (base[round]?.[key] ?? Number.NaN)));
  return {
    server: label,
    'spans a view': of('spans').toFixed(1),
    'views/s': Math.round(of('perSecond')),
    'p50 ms': of('p50Ms'),
    'CPU ms': of('cpuMs').toFixed(2),
    'views/s ×': ratio('perSecond').toFixed(2),
    'CPU ×': ratio('cpuMs').toFixed(2),
  };
}

/** Counts the spans that it is sent. */
async function startCollector() {
  let spans = 0;
  const server = createServer(async (request, response) => {
    spans += z.array(z.unknown()).parse(await json(request)).length;
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The collector has no port');
  return { url: `http://127.0.0.1:${address.port}`, count: () => spans, close: () => server.close() };
}
