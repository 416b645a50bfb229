import { LogtoError } from '@account/logto-mgmt';
import type { TRPCError } from '@trpc/server';
import { $ZodError } from 'zod/v4/core';
import { AccountError } from './account-error.ts';
import { fieldErrors } from './field-errors.ts';
import type { ProblemCode } from './problem-schemas.ts';

/** Logto's codes that mean something to the person; any other failure of Logto is `UNKNOWN` or `LOGTO_UNAVAILABLE`. */
const logtoCodes: Readonly<Record<string, ProblemCode>> = {
  'entity.not_found': 'ACCOUNT_NOT_FOUND',
};

/** tRPC's own codes, for failures that happen outside of our procedures (unknown path, unreadable body …). */
const trpcCodes: Partial<Record<TRPCError['code'], ProblemCode>> = {
  PARSE_ERROR: 'REQUEST_MALFORMED',
  BAD_REQUEST: 'REQUEST_MALFORMED',
  UNSUPPORTED_MEDIA_TYPE: 'REQUEST_MALFORMED',
  NOT_FOUND: 'PROCEDURE_UNKNOWN',
  METHOD_NOT_SUPPORTED: 'METHOD_NOT_ALLOWED',
  PAYLOAD_TOO_LARGE: 'REQUEST_TOO_LARGE',
};

/** The one place where any failure becomes one of ours. */
export function toAccountError(error: unknown): AccountError {
  if (error instanceof AccountError) return error;
  if (error instanceof LogtoError) return fromLogto(error);
  return new AccountError('UNKNOWN', { cause: error });
}

/** As `toAccountError`, for what tRPC caught: it wraps what a procedure throws, and throws errors of its own. */
export function fromTRPC(error: TRPCError): AccountError {
  if (error.code === 'BAD_REQUEST' && error.cause instanceof $ZodError) {
    return new AccountError('INPUT_INVALID', { fields: fieldErrors(error.cause.issues) });
  }
  if (error.code === 'INTERNAL_SERVER_ERROR' || error.cause instanceof AccountError) {
    return toAccountError(error.cause ?? error);
  }
  return new AccountError(trpcCodes[error.code] ?? 'UNKNOWN', { cause: error });
}

function fromLogto(error: LogtoError): AccountError {
  if (error.status === 429) {
    return new AccountError('TOO_MANY_REQUESTS', {
      cause: error,
      retryAfterSeconds: error.retryAfterSeconds ?? 60,
    });
  }
  if (error.retryable || error.status === 401 || error.status === 403) {
    return new AccountError('LOGTO_UNAVAILABLE', { cause: error });
  }
  return new AccountError(logtoCodes[error.code] ?? 'UNKNOWN', { cause: error });
}
