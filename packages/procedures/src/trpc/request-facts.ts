import { randomUUID } from 'node:crypto';
import type { RequestFacts } from './context.ts';

/** As Node's servers have them, or as `fetch` does. */
type AnyHeaders = Headers | Readonly<Record<string, string | string[] | undefined>>;

type Known = Partial<Pick<RequestFacts, 'requestId' | 'ip' | 'log'>>;

/**
 * What the headers of a request say, whatever server it came through. Give `ip` as your server knows it, proxies
 * considered: people who are not signed in are counted by it. `requestId` is made when there is none, and without
 * `log` nobody hears of a journal that cannot be written.
 */
export function factsOf(
  headers: AnyHeaders,
  { requestId = randomUUID(), ip, log = silent }: Known,
): RequestFacts {
  const header = (name: string) =>
    headers instanceof Headers ? (headers.get(name) ?? undefined) : headers[name]?.toString();
  return {
    requestId,
    authorization: header('authorization'),
    stepUp: header('x-step-up'),
    cacheControl: header('cache-control'),
    ip,
    userAgent: header('user-agent'),
    log,
  };
}

const silent = { error: () => undefined };
