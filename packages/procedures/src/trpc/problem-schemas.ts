import * as z from 'zod/mini';

/**
 * Everything that can go wrong, under a code that stays the same for ever, with the tRPC code (and so the HTTP
 * status) it travels under. Texts live in the app, one for every code and language.
 */
export const problemCodes = {
  SIGN_IN_REQUIRED: 'UNAUTHORIZED',
  ACCOUNT_NOT_FOUND: 'UNAUTHORIZED',
  ACCOUNT_SUSPENDED: 'FORBIDDEN',
  SCOPE_MISSING: 'FORBIDDEN',
  FIELD_NOT_EDITABLE: 'FORBIDDEN',
  INPUT_INVALID: 'BAD_REQUEST',
  REQUEST_MALFORMED: 'BAD_REQUEST',
  REQUEST_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  PROCEDURE_UNKNOWN: 'NOT_FOUND',
  METHOD_NOT_ALLOWED: 'METHOD_NOT_SUPPORTED',
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  LOGTO_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  UNKNOWN: 'INTERNAL_SERVER_ERROR',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** What is wrong with one field. Texts live in the app. */
export const FieldErrorCode = z.enum([
  'REQUIRED',
  'TOO_SHORT',
  'TOO_LONG',
  'TOO_SMALL',
  'TOO_LARGE',
  'CHARACTERS_NOT_ALLOWED',
  'NOT_A_NUMBER',
  'NOT_A_DATE',
  'NOT_A_URL',
  'NOT_A_TIME_ZONE',
  'NOT_A_LANGUAGE',
  'NOT_AN_OPTION',
  'WRONG_FORMAT',
  'WRONG_TYPE',
  'UNKNOWN_FIELD',
]);
export type FieldErrorCode = z.infer<typeof FieldErrorCode>;

/** `path` is dotted, as the input names it (`profile.birthdate`). `limit` belongs to the four codes of length and size. */
export const FieldError = z.object({
  path: z.string(),
  code: FieldErrorCode,
  limit: z.exactOptional(z.number()),
});
export type FieldError = z.infer<typeof FieldError>;

/** The reason in every error answer, beside tRPC's own `code`, `httpStatus` and `path`. */
export const Problem = z.object({
  code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
  /** To quote to support; the server's log has the cause under it. */
  requestId: z.string(),
  /** For `INPUT_INVALID`. */
  fields: z.exactOptional(z.array(FieldError)),
  /** For `SCOPE_MISSING`: the scope that the access token lacks. */
  scope: z.exactOptional(z.string()),
  /** For `FIELD_NOT_EDITABLE`: the settings that the operator has closed. */
  closed: z.exactOptional(z.array(z.string())),
  /** Seconds to wait before another try. */
  retryAfterSeconds: z.exactOptional(z.number()),
});
export type Problem = z.infer<typeof Problem>;
