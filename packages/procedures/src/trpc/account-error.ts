import { TRPCError } from '@trpc/server';
import { type Problem, type ProblemCode, problemCodes } from './problem-schemas.ts';

type Details = Omit<Problem, 'code' | 'requestId'> & { cause?: unknown };

/** The one error that rules and services throw. `cause` is for the log; it never reaches an answer. */
export class AccountError extends Error {
  override readonly name = 'AccountError';
  readonly code: ProblemCode;
  readonly details: Omit<Problem, 'code' | 'requestId'>;

  constructor(code: ProblemCode, { cause, ...details }: Details = {}) {
    super(code, { cause });
    this.code = code;
    this.details = details;
  }
}

export function toTRPCError(error: AccountError) {
  return new TRPCError({ code: problemCodes[error.code], message: error.code, cause: error });
}
