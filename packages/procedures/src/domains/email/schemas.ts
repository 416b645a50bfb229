import * as z from 'zod/mini';
import { CodeProof } from '../../policy/codes-schemas.ts';

const notAnEmail = { error: 'NOT_AN_EMAIL' };

/** As it is compared: in lower case. ASCII only, so that no two addresses look alike. */
const address = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(1, { abort: true }),
    z.maxLength(128, { abort: true }),
    z.regex(z.regexes.html5Email, notAnEmail),
    z.regex(/@[^@]+\.[^@.]+$/, notAnEmail),
  );

/** `null`: the person has none. */
export const Email = z.object({ email: z.nullable(z.string()) });
export type Email = z.infer<typeof Email>;

export const EmailStart = z.strictObject({ email: address });
export type EmailStart = z.infer<typeof EmailStart>;

export const EmailFinish = CodeProof;
export type EmailFinish = z.infer<typeof EmailFinish>;
