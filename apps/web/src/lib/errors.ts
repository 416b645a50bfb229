import { type FieldError, Problem, type ProblemCode } from '@account/procedures/schemas';
import { TRPCClientError } from '@trpc/client';
import * as z from 'zod/mini';
import { SessionEndedError } from './auth.ts';

/** What went wrong, as the person should hear of it. */
export type Failure =
  | { kind: 'problem'; problem: Problem }
  /** Nothing: they took it back themselves. */
  | { kind: 'cancelled' }
  /** This device has no network. */
  | { kind: 'offline' }
  /** The network is there, the server was not reached. */
  | { kind: 'unreachable' }
  /** Something between the app and the server answered, or the app itself failed. */
  | { kind: 'unknown' };

/** The person took back what they had begun: nothing to tell them. */
export class CancelledError extends Error {
  override name = 'CancelledError';
}

const ErrorData = z.object({ problem: Problem });

/** The reason that our server gave; `undefined` when the error did not come from it. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  return ErrorData.safeParse(error.data).data?.problem;
}

export function failureOf(error: unknown): Failure {
  const problem = problemOf(error);
  if (problem) return { kind: 'problem', problem };
  if (isCancelled(error)) return { kind: 'cancelled' };
  if (!isNetworkFailure(error)) return { kind: 'unknown' };
  return { kind: navigator.onLine ? 'unreachable' : 'offline' };
}

export function isCancelled(error: unknown) {
  return causes(error).some((cause) => cause instanceof CancelledError);
}

/** The errors of the person's own input, under the paths that the input names them by. */
export function fieldErrorsOf(error: unknown): readonly FieldError[] {
  return problemOf(error)?.fields ?? [];
}

const passing: ReadonlySet<ProblemCode> = new Set(['LOGTO_UNAVAILABLE', 'UNKNOWN']);

/** Only what may go away by itself; a refusal stays one. */
export function isWorthRetrying(error: unknown) {
  const problem = problemOf(error);
  if (problem) return passing.has(problem.code);
  return isNetworkFailure(error) ? navigator.onLine : !isSessionEnd(error) && !isCancelled(error);
}

/** The sign-in is over: by Logto's word or by our server's. */
export function isSessionEnd(error: unknown) {
  return (
    problemOf(error)?.code === 'SIGN_IN_REQUIRED' ||
    causes(error).some((cause) => cause instanceof SessionEndedError)
  );
}

/** `fetch` reports every failure of the network as a `TypeError`; tRPC wraps it. */
function isNetworkFailure(error: unknown) {
  return causes(error).some((cause) => cause instanceof TypeError);
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
