import { Agent, request } from 'undici';
import { load } from './load.ts';
import { median } from './median.ts';

/** What a browser asks for until a page can be shown: each wave when all of the one before is there. */
export type View = {
  url: string;
  waves: readonly (readonly string[])[];
  headers?: Record<string, string>;
};

/** As the app asks after a change: what was just read of the person is read again. */
export const askAgain = { 'cache-control': 'no-cache' };

/** For one person at a time, over connections that are open: the middle of so many views. */
export async function timeToData(view: View, tokens: readonly string[], times: number) {
  const dispatcher = new Agent();
  const durations: number[] = [];
  let bytes = 0;
  try {
    for (let index = 0; index < times; index += 1) {
      const startedAt = performance.now();
      bytes = await open(view, tokens[index % tokens.length] ?? '', dispatcher);
      durations.push(performance.now() - startedAt);
    }
  } finally {
    await dispatcher.close();
  }
  return { ms: median(durations), bytes };
}

async function open({ url, waves, headers }: View, token: string, dispatcher: Agent) {
  let bytes = 0;
  for (const wave of waves) {
    const answers = wave.map(async (path) => {
      const authorization = `Bearer ${token}`;
      const answer = await request(url + path, { dispatcher, headers: { ...headers, authorization } });
      const body = await answer.body.arrayBuffer();
      if (answer.statusCode !== 200) throw new Error(`${path} was answered with ${answer.statusCode}`);
      return body.byteLength;
    });
    for (const length of await Promise.all(answers)) bytes += length;
  }
  return bytes;
}

export type Bounds = { warmupViews: number; seconds: number };

/** Views per second over 20 connections, as many as are answered; the requests of a view one after the other. */
export async function viewsPerSecond(
  { url, waves, headers }: View,
  tokens: readonly string[],
  { warmupViews, seconds }: Bounds,
) {
  const paths = waves.flat();
  const wanted = { url, paths, tokens, headers };
  await load({ ...wanted, bound: { amount: warmupViews * paths.length } });
  const outcome = await load({ ...wanted, bound: { duration: seconds } });
  return outcome.requests / paths.length / outcome.seconds;
}
