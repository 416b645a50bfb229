import { type FieldError, Problem } from '@account/procedures/schemas';
import { TRPCClientError } from '@trpc/client';
import * as z from 'zod/mini';

/** The person took back what they had begun: nothing to tell them. */
export class CancelledError extends Error {
  override name = 'CancelledError';
}

const ErrorData = z.object({ problem: Problem });

/** The reason that the server gave for a refusal; `undefined` when the error did not come from it. */
export function problemOf(error: unknown): Problem | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  return ErrorData.safeParse(error.data).data?.problem;
}

/** The errors of the person's own input, under the paths that the input names them by. */
export function fieldErrorsOf(error: unknown): readonly FieldError[] {
  return problemOf(error)?.fields ?? [];
}

/** Whether a call failed because the person did not want to confirm who they are. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && (error instanceof CancelledError || isCancelled(error.cause));
}
