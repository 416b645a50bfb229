import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import { AccountError, toTRPCError } from './account-error.ts';
import { type Problem, type ProblemCode, problemCodes } from './problem-schemas.ts';

/** The body for a failure before any procedure was reached, as tRPC writes those of procedures. */
export function problemAnswer(code: ProblemCode, requestId: string) {
  const trpcCode = problemCodes[code];
  const httpStatus = getHTTPStatusCodeFromError(toTRPCError(new AccountError(code)));
  const problem: Problem = { code, requestId };
  return {
    error: {
      message: code,
      code: TRPC_ERROR_CODES_BY_KEY[trpcCode],
      data: { code: trpcCode, httpStatus, problem },
    },
  };
}
