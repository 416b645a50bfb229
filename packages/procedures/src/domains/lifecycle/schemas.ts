import * as z from 'zod/mini';

/** What the page needs before it asks for a deletion. */
export const DeletionTerms = z.object({
  /** Days in which the person can come back; 0 when an account is deleted at once. */
  graceDays: z.number(),
  /** What the person has to type: their username, email address, phone number or id, whichever they have first. */
  confirmation: z.string(),
});
export type DeletionTerms = z.infer<typeof DeletionTerms>;

/** The account is suspended and signed out everywhere. */
export const Deactivation = z.object({ at: z.number() });
export type Deactivation = z.infer<typeof Deactivation>;

const printable = z.regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'CHARACTERS_NOT_ALLOWED' });

export const DeletionRequest = z.strictObject({
  confirmation: z.string().check(z.maxLength(128), printable),
});
export type DeletionRequest = z.infer<typeof DeletionRequest>;

/**
 * Epoch milliseconds. Until then the person can come back; `isDone` when there is nothing left to come back to. The
 * account is suspended in any case.
 */
export const DeletionPlan = z.object({ dueAt: z.number(), isDone: z.boolean() });
export type DeletionPlan = z.infer<typeof DeletionPlan>;

const identifier = z.string().check(z.trim(), z.minLength(1), z.maxLength(128), printable);

/** An email address, or a phone number with its country code. */
export const ReturnStart = z.strictObject({ identifier });
export type ReturnStart = z.infer<typeof ReturnStart>;

/** The same whether a code was sent or not. `flow` goes back with the code. Epoch milliseconds. */
export const ReturnStarted = z.object({ flow: z.string(), expiresAt: z.number() });
export type ReturnStarted = z.infer<typeof ReturnStarted>;

/** An email address, a phone number with its country code, or a username. */
export const ReturnByPassword = z.strictObject({
  identifier,
  password: z.string().check(z.minLength(1), z.maxLength(256)),
});
export type ReturnByPassword = z.infer<typeof ReturnByPassword>;

/** What is over now. The person can sign in again, with everything that a sign-in asks for. */
export const Returned = z.object({ from: z.enum(['deactivation', 'deletion']) });
export type Returned = z.infer<typeof Returned>;
