import autocannon from 'autocannon';

export const connections = 20;

export type Load = {
  url: string;
  path: string;
  /** Dealt out evenly: each connection repeats its own share, in order. */
  tokens: readonly string[];
  headers?: Record<string, string> | undefined;
  /** How long, or how many requests. */
  bound: { duration: number } | { amount: number };
};

export type Outcome = { requests: number; seconds: number; p50Ms: number; p99Ms: number };

/** Sends requests over 20 connections, each as soon as the one before is answered. Throws when one of them fails. */
export async function load({ url, path, tokens, headers, bound }: Load): Promise<Outcome> {
  const share = tokens.length / connections;
  let client = 0;
  const result = await autocannon({
    url,
    connections,
    ...bound,
    setupClient: (each) => {
      const own = tokens.slice(client * share, (client + 1) * share);
      client += 1;
      each.setRequests(
        own.map((token) => ({
          method: 'GET',
          path,
          headers: { ...headers, authorization: `Bearer ${token}` },
        })),
      );
    },
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${url}${path} failed`);
  return {
    requests: result['2xx'],
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
