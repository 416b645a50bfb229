import { Agent, request } from 'undici';

/** The part of `fetch` that is used; the global `fetch` fits. */
export type FetchLike = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<{ status: number; headers: { get(name: string): string | null }; text(): Promise<string> }>;

/** undici on a connection pool of its own; below its fetch, whose streams and headers cost as much as the rest of a call. */
export const createFetch = (): { fetch: FetchLike; close: () => Promise<void> } => {
  const agent = new Agent({ connect: { timeout: 2_000 }, keepAliveTimeout: 30_000, connections: 64 });
  let closing: Promise<void> | undefined;
  return {
    fetch: async (url, { method, headers: sent, body, signal }) => {
      const answer = await request(url, {
        method,
        headers: sent,
        body: body ?? null,
        signal,
        dispatcher: agent,
      });
      const headers = { get: (name: string) => firstOf(answer.headers[name.toLowerCase()]) };
      return { status: answer.statusCode, headers, text: () => answer.body.text() };
    },
    close: () => {
      closing ??= agent.close();
      return closing;
    },
  };
};

function firstOf(value: string | string[] | undefined) {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
