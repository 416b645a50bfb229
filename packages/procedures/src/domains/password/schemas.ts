import * as z from 'zod/mini';
import { FieldError } from '../../trpc/problem-schemas.ts';

/** What the tenant asks of a password. */
export const PasswordPolicy = z.object({
  minLength: z.number(),
  maxLength: z.number(),
  /** Of four: lower case, upper case, digits, symbols. */
  minCharacterTypes: z.number(),
  rejectsLeaked: z.boolean(),
  rejectsRepetitionAndSequence: z.boolean(),
  rejectsPersonalInfo: z.boolean(),
  forbiddenWords: z.array(z.string()),
});
export type PasswordPolicy = z.infer<typeof PasswordPolicy>;

export const PasswordSettings = z.object({
  hasPassword: z.boolean(),
  policy: PasswordPolicy,
  /** After so many days Logto asks for a new one at sign-in; `null` for never. */
  validForDays: z.nullable(z.number()),
});
export type PasswordSettings = z.infer<typeof PasswordSettings>;

const secret = z.string().check(z.minLength(1), z.maxLength(256));

export const PasswordCheck = z.strictObject({ password: secret });
export type PasswordCheck = z.infer<typeof PasswordCheck>;

/** Why the tenant would refuse the password; nothing when it would take it. */
export const PasswordIssues = z.object({ issues: z.array(FieldError) });
export type PasswordIssues = z.infer<typeof PasswordIssues>;

export const PasswordUpdate = z.strictObject({
  password: secret,
  /** The proof of who the person is; without it the call needs an `X-Step-Up` header. */
  currentPassword: z.exactOptional(secret),
  signOutOthers: z._default(z.boolean(), true),
  /** Tells which device this is, so that it stays signed in. */
  idToken: z.exactOptional(z.string().check(z.maxLength(8192))),
});
export type PasswordUpdate = z.infer<typeof PasswordUpdate>;

export const PasswordUpdated = z.object({
  /**
   * Who has to sign in again. `everywhere`: this device too, because it could not be told from the others. `failed`: the
   * password is the new one, but other devices may still be signed in.
   */
  signedOut: z.enum(['nobody', 'others', 'everywhere', 'failed']),
});
export type PasswordUpdated = z.infer<typeof PasswordUpdated>;
