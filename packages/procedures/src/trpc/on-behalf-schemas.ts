import * as z from 'zod/mini';

/** An id of Logto's. */
export const PersonId = z.string().check(z.regex(/^[\w-]{1,64}$/, { error: 'WRONG_FORMAT' }));

/** Text that can be stored, and read without being misled. */
const plainText = z.regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u, {
  error: 'CHARACTERS_NOT_ALLOWED',
});

/** Whose account it is about. */
export const aboutPerson = { personId: PersonId };

/** Whose account is changed, and why: for those who look into it later, never for the person. */
export const onBehalfOf = {
  ...aboutPerson,
  reason: z.string().check(z.trim(), z.minLength(3), z.maxLength(500), plainText),
};
