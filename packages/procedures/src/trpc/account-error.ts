import { TRPCError } from '@trpc/server';
import { type FieldErrorCode, type Problem, type ProblemCode, problemCodes } from './problem-schemas.ts';

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

/** The error for one field of the input. */
export function fieldProblem(path: string, code: FieldErrorCode, limit?: number) {
  return new AccountError('INPUT_INVALID', {
    fields: [{ path, code, ...(limit === undefined ? {} : { limit }) }],
  });
}
