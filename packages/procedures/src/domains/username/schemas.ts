import * as z from 'zod/mini';

/** What the tenant lets a username be. Besides, one holds only a-z, A-Z, 0-9 and _, and starts with no digit. */
export const UsernamePolicy = z.object({
  minLength: z._default(z.number(), 1),
  maxLength: z._default(z.number(), 128),
  allowedChars: z.prefault(
    z.object({
      lowercase: z._default(z.boolean(), true),
      uppercase: z._default(z.boolean(), true),
      numbers: z._default(z.boolean(), true),
      underscore: z._default(z.boolean(), true),
    }),
    {},
  ),
  /** Whether `Ada` and `ada` are two usernames. */
  caseSensitive: z._default(z.boolean(), true),
});
export type UsernamePolicy = z.infer<typeof UsernamePolicy>;

export const Username = z.object({ username: z.nullable(z.string()) });
export type Username = z.infer<typeof Username>;

export const UsernameSettings = z.object({ username: z.nullable(z.string()), policy: UsernamePolicy });
export type UsernameSettings = z.infer<typeof UsernameSettings>;

export const UsernameUpdate = z.strictObject({
  username: z.string().check(z.trim(), z.minLength(1), z.maxLength(128)),
});
export type UsernameUpdate = z.infer<typeof UsernameUpdate>;
