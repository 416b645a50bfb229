import { isCancelled, problemOf } from '@account/client';
import type { Problem, ProblemCode } from '@account/procedures/schemas';
import { TRPCClientError } from '@trpc/client';
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

export function failureOf(error: unknown): Failure {
  const problem = problemOf(error);
  if (problem) return { kind: 'problem', problem };
  if (isCancelled(error)) return { kind: 'cancelled' };
  if (isGatewayFailure(error)) return { kind: 'unreachable' };
  if (!isNetworkFailure(error)) return { kind: 'unknown' };
  return { kind: navigator.onLine ? 'unreachable' : 'offline' };
}

const passing: ReadonlySet<ProblemCode> = new Set([
  'LOGTO_UNAVAILABLE',
  'STORE_UNAVAILABLE',
  'MAINTENANCE',
  'UNKNOWN',
]);

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

/** What stands in front of the server could not reach it. */
function isGatewayFailure(error: unknown) {
  const response = error instanceof TRPCClientError ? error.meta?.response : undefined;
  return response instanceof Response && response.status >= 502 && response.status <= 504;
}

/** `fetch` reports every failure of the network as a `TypeError`; tRPC wraps it. */
function isNetworkFailure(error: unknown) {
  return causes(error).some((cause) => cause instanceof TypeError);
}

function causes(error: unknown): unknown[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
