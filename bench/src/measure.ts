import { deepStrictEqual } from 'node:assert/strict';
import { type Server, startServer } from './child.ts';
import type { Call, Contender } from './contenders.ts';
import { connections, type Load, load } from './load.ts';

/** More than the 2 000 verified tokens that our server remembers: when all were sent, the first is forgotten. */
export const tokenCount = 125 * connections;

/** Few enough to be remembered, enough that nobody of them asks too often. */
const knownPeople = 25 * connections;

export type Bounds = {
  /** Requests that count as cold: the first of a fresh process. */
  coldRequests: number;
  /** Then not measured: what a process optimises, it does after so many calls, however fast the machine is. */
  warmupRequests: number;
  measuredSeconds: number;
};

/** What a measurement needs to know of its surroundings. */
export type Setting = Bounds & {
  env: Record<string, string>;
  databaseUrl: string;
  tokens: readonly string[];
  answers: unknown[];
};

export type Sample = {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  cpuMs: number;
  rssMb: number;
  listeningAfterMs: number;
  coldP50Ms: number;
  coldP99Ms: number;
  coldCpuMs: number;
};

/** Starts a fresh process and takes it from its first request to its steady state. */
export async function measure(contender: Contender, call: Call, setting: Setting): Promise<Sample> {
  const { env, databaseUrl } = setting;
  const database = contender.isEmbedded ? {} : { DATABASE_URL: databaseUrl };
  const server = await startServer(contender.file, { ...env, ...database });
  try {
    const path = contender.paths[call];
    const tokens = contender.isTokenNew ? setting.tokens : setting.tokens.slice(0, knownPeople);
    const wanted = { url: server.url, paths: [path], tokens, headers: contender.headers };
    const cold = await metered(server, {
      ...wanted,
      bound: { amount: setting.coldRequests },
    });
    await load({ ...wanted, bound: { amount: setting.warmupRequests } });
    const warm = await metered(server, {
      ...wanted,
      bound: { duration: setting.measuredSeconds },
    });
    const [overview, profile] = setting.answers;
    const expected = call === 'profile' ? profile : [overview, profile];
    deepStrictEqual(await ask(contender, call, { server, token: tokens[0] }), expected);
    return {
      requestsPerSecond: warm.requests / warm.seconds,
      p50Ms: warm.p50Ms,
      p99Ms: warm.p99Ms,
      cpuMs: warm.cpuMs,
      rssMb: warm.rssMb,
      listeningAfterMs: server.listeningAfterMs,
      coldP50Ms: cold.p50Ms,
      coldP99Ms: cold.p99Ms,
      coldCpuMs: cold.cpuMs,
    };
  } finally {
    await server.stop();
  }
}

type Asked = { server: Server; token: string | undefined };

/** One call, and what was answered. */
export async function ask(
  { paths, unwrap }: Contender,
  call: Call,
  { server, token }: Asked,
): Promise<unknown> {
  const answer = await fetch(server.url + paths[call], { headers: { authorization: `Bearer ${token}` } });
  return unwrap(await answer.json());
}

/** `cpuMs` is per request. */
export async function metered(server: Server, wanted: Load) {
  const before = await server.usage();
  const outcome = await load(wanted);
  const after = await server.usage();
  return { ...outcome, cpuMs: (after.cpuMs - before.cpuMs) / outcome.requests, rssMb: after.rssMb };
}
