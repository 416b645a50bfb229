import * as z from 'zod/mini';
import { CodeProof } from '../../policy/codes-schemas.ts';

/** `null`: the person has none. */
export const Phone = z.object({
  /** Digits with the country code, no `+`. */
  phone: z.nullable(z.string()),
  /** As people read it: `+44 20 7946 0000`. */
  phoneText: z.nullable(z.string()),
});
export type Phone = z.infer<typeof Phone>;

/** As people write it, with its country code: `+44 (0)20 7946 0000`. */
export const PhoneStart = z.strictObject({
  phone: z.string().check(z.trim(), z.minLength(1), z.maxLength(32)),
});
export type PhoneStart = z.infer<typeof PhoneStart>;

export const PhoneFinish = CodeProof;
export type PhoneFinish = z.infer<typeof PhoneFinish>;
