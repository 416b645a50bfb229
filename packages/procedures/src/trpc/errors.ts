import { LogtoError } from '@account/logto-mgmt';
import type { TRPCError } from '@trpc/server';
import { $ZodError } from 'zod/v4/core';
import { isStoreFailure } from '../store/store-error.ts';
import { AccountError } from './account-error.ts';
import { fieldErrors } from './field-errors.ts';
import type { ProblemCode } from './problem-schemas.ts';

/** Logto's codes that mean the same wherever they come from. */
const logtoCodes: Readonly<Record<string, ProblemCode>> = {
  // What a service has no other word for is the person, deleted since they were read.
  'entity.not_found': 'ACCOUNT_NOT_FOUND',
  'entity.not_exists': 'ACCOUNT_NOT_FOUND',
  'entity.relation_foreign_key_not_found': 'ACCOUNT_NOT_FOUND',
  'connector.not_found': 'CODES_NOT_DELIVERABLE',
  'connector.not_implemented': 'NOT_LINKABLE',
  'connector.social_auth_code_invalid': 'PROVIDER_REFUSED',
  'connector.social_invalid_access_token': 'PROVIDER_REFUSED',
  'connector.social_invalid_id_token': 'PROVIDER_REFUSED',
  'connector.authorization_failed': 'PROVIDER_REFUSED',
  'connector.general': 'PROVIDER_REFUSED',
  'connector.invalid_response': 'PROVIDER_REFUSED',
  'token.missing_scope': 'LOGTO_UNAVAILABLE',
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
  if (isStoreFailure(error)) return new AccountError('STORE_UNAVAILABLE', { cause: error });
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
  const known = logtoCodes[error.code];
  if (known) return new AccountError(known, { cause: error });
  if (error.status === 429) {
    const retryAfterSeconds = error.retryAfterSeconds ?? 60;
    return new AccountError('TOO_MANY_REQUESTS', { cause: error, retryAfterSeconds });
  }
  const isOutOfOrder = error.retryable || error.status === 401 || error.status === 403;
  return new AccountError(isOutOfOrder ? 'LOGTO_UNAVAILABLE' : 'UNKNOWN', { cause: error });
}
