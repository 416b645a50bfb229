import { STATUS_CODES } from 'node:http';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import * as z from 'zod/mini';
import { type AccountError, toTRPCError } from '../trpc/account-error.ts';
import { Problem } from '../trpc/problem-schemas.ts';

/** The media type of RFC 9457, whose members these problems have: `code` tells them apart, so there is no `type`. */
export const problemType = 'application/problem+json';

/** A problem as plain HTTP has it. */
export const RestProblem = z.extend(Problem, {
  /** The name of the HTTP status. */
  title: z.string(),
  status: z.number(),
});
export type RestProblem = z.infer<typeof RestProblem>;

/** The answer to a call that failed; `headers` besides the media type. */
export function restProblem(error: AccountError, requestId: string) {
  const status = getHTTPStatusCodeFromError(toTRPCError(error));
  const { code, details } = error;
  const body: RestProblem = { title: STATUS_CODES[status] ?? '', status, code, requestId, ...details };
  const headers = {
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    ...(details.retryAfterSeconds !== undefined && { 'retry-after': String(details.retryAfterSeconds) }),
  };
  return { status, headers, body };
}
