import autocannon from 'autocannon';

export const connections = 20;

export type Load = {
  url: string;
  /** Each token asks for all of them, in order. */
  paths: readonly string[];
  /** Dealt out evenly: each connection repeats its own share, in order. */
  tokens: readonly string[];
  headers?: Record<string, string> | undefined;
  /** How long, or how many requests. */
  bound: { duration: number } | { amount: number };
  /** How many connections instead of 20. */
  clients?: number;
};

export type Outcome = { requests: number; seconds: number; p50Ms: number; p99Ms: number };

/** Sends requests over 20 connections, each as soon as the one before is answered. Throws when one of them fails. */
export async function load({
  url,
  paths,
  tokens,
  headers,
  bound,
  clients = connections,
}: Load): Promise<Outcome> {
  const share = tokens.length / clients;
  let client = 0;
  let refused = 0;
  const result = await autocannon({
    url,
    connections: clients,
    ...bound,
    setupClient: (each) => {
      // In a batch of which a part fails, the answer as a whole counts as a success.
      each.on('response', (status) => {
        refused += status === 200 ? 0 : 1;
      });
      const own = tokens.slice(client * share, (client + 1) * share);
      client += 1;
      each.setRequests(
        own.flatMap((token) =>
          paths.map((path) => ({
            method: 'GET' as const,
            path,
            headers: { ...headers, authorization: `Bearer ${token}` },
          })),
        ),
      );
    },
  });
  const failed = refused + result.errors + result.timeouts;
  if (failed > 0) {
    throw new Error(`${failed} of ${result.requests.total} requests to ${url}${paths[0]} failed`);
  }
  return {
    requests: result['2xx'],
    seconds: result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  };
}
