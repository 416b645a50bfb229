import * as z from 'zod/mini';
import { StepUpPurpose } from '../policy/step-up-schemas.ts';

/**
 * Everything that can go wrong, under a code that stays the same for ever, with the tRPC code (and so the HTTP
 * status) it travels under. Texts live in the app, one for every code and language.
 */
export const problemCodes = {
  // Who are you?
  SIGN_IN_REQUIRED: 'UNAUTHORIZED',
  ACCOUNT_NOT_FOUND: 'UNAUTHORIZED',
  ACCOUNT_SUSPENDED: 'FORBIDDEN',
  STEP_UP_REQUIRED: 'FORBIDDEN',
  // May you?
  SCOPE_MISSING: 'FORBIDDEN',
  FIELD_NOT_EDITABLE: 'FORBIDDEN',
  LAST_WAY_IN: 'CONFLICT',
  NOT_AVAILABLE: 'PRECONDITION_FAILED',
  DELETION_VETOED: 'CONFLICT',
  // What do you want?
  INPUT_INVALID: 'BAD_REQUEST',
  REQUEST_MALFORMED: 'BAD_REQUEST',
  REQUEST_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
  PROCEDURE_UNKNOWN: 'NOT_FOUND',
  METHOD_NOT_ALLOWED: 'METHOD_NOT_SUPPORTED',
  NOT_FOUND: 'NOT_FOUND',
  FLOW_EXPIRED: 'PRECONDITION_FAILED',
  ALREADY_SET_UP: 'CONFLICT',
  ALREADY_LINKED: 'CONFLICT',
  NOT_LINKABLE: 'PRECONDITION_FAILED',
  PROVIDER_REFUSED: 'PRECONDITION_FAILED',
  CODES_NOT_DELIVERABLE: 'PRECONDITION_FAILED',
  // Not now.
  TOO_MANY_REQUESTS: 'TOO_MANY_REQUESTS',
  LOGTO_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  STORE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  MAINTENANCE: 'SERVICE_UNAVAILABLE',
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
  'NOT_AN_EMAIL',
  'NOT_A_PHONE_NUMBER',
  'WRONG_FORMAT',
  'WRONG_TYPE',
  'UNKNOWN_FIELD',
  // Taken from elsewhere
  'TAKEN',
  'SAME_AS_BEFORE',
  'NOT_ALLOWED',
  'IN_THE_PAST',
  'TOO_FAR_AHEAD',
  'CONFIRMATION_DIFFERS',
  // Proofs
  'WRONG_PASSWORD',
  'WRONG_CODE',
  'CODE_EXPIRED',
  'CODE_USED_UP',
  // Usernames
  'STARTS_WITH_NUMBER',
  'UPPERCASE_NOT_ALLOWED',
  'LOWERCASE_NOT_ALLOWED',
  'NUMBERS_NOT_ALLOWED',
  'UNDERSCORE_NOT_ALLOWED',
  // Passwords
  'TOO_FEW_CHARACTER_TYPES',
  'LEAKED',
  'REPETITION',
  'SEQUENCE',
  'PERSONAL_INFO',
  'FORBIDDEN_WORDS',
]);
export type FieldErrorCode = z.infer<typeof FieldErrorCode>;

/** `path` is dotted, as the input names it (`profile.birthdate`). `limit` belongs to the codes of length and size. */
export const FieldError = z.object({
  path: z.string(),
  code: FieldErrorCode,
  limit: z.exactOptional(z.number()),
});
export type FieldError = z.infer<typeof FieldError>;

/** What a code alone does not say. */
export const ProblemReason = z.enum([
  /** `NOT_AVAILABLE`: the person has as many as they can have. */
  'TOO_MANY',
  /** `NOT_AVAILABLE`: the operator has switched it off. */
  'SWITCHED_OFF',
  /** `NOT_AVAILABLE`: the operator requires people to have one. */
  'REQUIRED',
  /** `NOT_AVAILABLE`: it needs another factor beside it. */
  'NEEDS_ANOTHER_FACTOR',
  /** `NOT_AVAILABLE`: the support does not act on an account of its own. */
  'SUPPORT_STAFF',
  /** `LOGTO_UNAVAILABLE`: the former one is gone and the new one is not there yet. The same call can be made again. */
  'FORMER_REMOVED',
]);
export type ProblemReason = z.infer<typeof ProblemReason>;

/** The reason in every error answer, beside tRPC's own `code`, `httpStatus` and `path`. */
export const Problem = z.object({
  code: z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]]),
  /** To quote to support; the server's log has the cause under it. */
  requestId: z.string(),
  /** For `INPUT_INVALID`. */
  fields: z.exactOptional(z.array(FieldError)),
  /** For `SCOPE_MISSING`: the scope that the access token lacks. */
  scope: z.exactOptional(z.string()),
  /** For `STEP_UP_REQUIRED`: what the proof must be for. */
  purpose: z.exactOptional(StepUpPurpose),
  /** For `FIELD_NOT_EDITABLE`: the settings that the operator has closed. */
  closed: z.exactOptional(z.array(z.string())),
  /** Where the code alone does not say enough. */
  reason: z.exactOptional(ProblemReason),
  /** Seconds to wait before another try. */
  retryAfterSeconds: z.exactOptional(z.number()),
});
export type Problem = z.infer<typeof Problem>;
