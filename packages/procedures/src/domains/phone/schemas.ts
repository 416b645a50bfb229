import * as z from 'zod/mini';
import { CodeProof } from '../../policy/codes-schemas.ts';

/** Digits with the country code, no `+`. `null`: the person has none. */
export const Phone = z.object({ phone: z.nullable(z.string()) });
export type Phone = z.infer<typeof Phone>;

/** As people write it, with its country code: `+44 (0)20 7946 0000`. */
export const PhoneStart = z.strictObject({
  phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)),
});
export type PhoneStart = z.infer<typeof PhoneStart>;

export const PhoneFinish = CodeProof;
export type PhoneFinish = z.infer<typeof PhoneFinish>;
