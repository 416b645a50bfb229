import { parseArgs } from 'node:util';
import { accountEnvironment } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import startPostgres from '@account/procedures/testing/postgres';
import { z } from 'zod';
import { startServer } from './child.ts';
import { type Call, type Contender, calls, contenders, ours, proxy } from './contenders.ts';
import { connections } from './load.ts';
import { ask, measure, type Sample, type Setting, tokenCount } from './measure.ts';
import { print, table, writeResult } from './report.ts';

/** What our server costs on top of the call to Logto, beside others that answer the same. */
type Row = { call: Call; contender: Contender; samples: Sample[] };

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    warmup: { type: 'string', default: '3000' },
    seconds: { type: 'string', default: '5' },
  },
});
const bounds = {
  coldRequests: 200,
  warmupRequests: Number(values.warmup),
  measuredSeconds: Number(values.seconds),
};

const stub = await startServer(
  new URL('./stub-logto.ts', import.meta.url),
  // The local Logto, whose answers the stub repeats, refuses to run in production.
  { TOKEN_COUNT: String(tokenCount), NODE_ENV: 'development' },
  ['--import', 'tsx'],
);
const stopPostgres = await startPostgres();
try {
  const rows = await run(await prepare(stub.url), Number(values.rounds));
  report(rows);
  await writeResult('api-overhead', {
    connections,
    ...bounds,
    rows: rows.map(({ call, contender: { label }, samples }) => ({ call, label, samples })),
  });
} finally {
  await stub.stop();
  await stopPostgres?.();
}

async function prepare(logto: string): Promise<Setting> {
  const tokens = z.array(z.string()).parse(await (await fetch(`${logto}/tokens`)).json());
  const env = { ...accountEnvironment(logto), ACCOUNT_PUBLIC_URL: 'http://localhost:3000' };
  const server = await startServer(ours.file, env);
  try {
    const answers = z.array(z.unknown()).parse(await ask(ours, 'both', { server, token: tokens[0] }));
    const databaseUrl = await newDatabase();
    return { ...bounds, tokens, answers, databaseUrl, env: { ...env, ANSWERS: JSON.stringify(answers) } };
  } finally {
    await server.stop();
  }
}

/** Round after round, so that a busy minute of the machine meets all of them. */
async function run(setting: Setting, rounds: number): Promise<Row[]> {
  const rows: Row[] = (['profile', 'both'] as const).flatMap((call) =>
    contenders.map((contender) => ({ call, contender, samples: [] })),
  );
  for (let round = 1; round <= rounds; round += 1) {
    for (const { call, contender, samples } of rows) {
      process.stderr.write(`round ${round} of ${rounds}: ${call}, ${contender.label}\n`);
      samples.push(await measure(contender, call, setting));
    }
  }
  return rows;
}

function report(rows: readonly Row[]) {
  for (const [call, title] of Object.entries(calls)) {
    const ofCall = rows.filter((row) => row.call === call);
    const base = ofCall.find(({ contender }) => contender === proxy)?.samples ?? [];
    print(`\n**${title}**, warm\n\n${table(ofCall.map((row) => warmRow(row, base)))}`);
    print(
      `\n**${title}**, the first ${bounds.coldRequests} requests of a process\n\n${table(ofCall.map(coldRow))}`,
    );
  }
  print('');
}

function warmRow({ contender, samples }: Row, base: readonly Sample[]) {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  const ratio = (key: keyof Sample) =>
    median(samples.map((sample, round) => sample[key] / (base[round]?.[key] ?? Number.NaN)));
  return {
    server: contender.label,
    'req/s': Math.round(of('requestsPerSecond')),
    'p50 ms': of('p50Ms'),
    'p99 ms': of('p99Ms'),
    'CPU ms': of('cpuMs').toFixed(2),
    'RSS MB': Math.round(of('rssMb')),
    'req/s ×': ratio('requestsPerSecond').toFixed(2),
    'CPU ×': ratio('cpuMs').toFixed(2),
  };
}

function coldRow({ contender, samples }: Row) {
  const of = (key: keyof Sample) => median(samples.map((sample) => sample[key]));
  return {
    server: contender.label,
    'listens after ms': Math.round(of('listeningAfterMs')),
    'p50 ms': of('coldP50Ms'),
    'p99 ms': of('coldP99Ms'),
    'CPU ms': of('coldCpuMs').toFixed(2),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
