import * as z from 'zod/mini';
import { StepUpPurpose, stepUpTtlSeconds } from '../../policy/step-up-schemas.ts';

export { StepUpPurpose, stepUpTtlSeconds };

export const StepUpMethod = z.enum(['password', 'email', 'phone', 'reauthenticate']);
export type StepUpMethod = z.infer<typeof StepUpMethod>;

/** How this person can prove who they are, the best way first. */
export const StepUpMethods = z.array(
  z.object({
    method: StepUpMethod,
    /** For codes: where they go, with the middle left out (`a••@example.com`). */
    to: z.exactOptional(z.string()),
  }),
);
export type StepUpMethods = z.infer<typeof StepUpMethods>;

export const StepUpStart = z.strictObject({ method: z.enum(['email', 'phone']) });
export type StepUpStart = z.infer<typeof StepUpStart>;

const purpose = z._default(StepUpPurpose, 'change');
const secret = z.string().check(z.minLength(1), z.maxLength(256));

export const StepUpFinish = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('password'), password: secret, purpose }),
  z.strictObject({ method: z.literal('code'), flow: secret, code: secret, purpose }),
  /** The ID token of a sign-in that was made for this, with `max_age`. */
  z.strictObject({
    method: z.literal('reauthenticate'),
    idToken: z.string().check(z.maxLength(8192)),
    purpose,
  }),
]);
export type StepUpFinish = z.infer<typeof StepUpFinish>;

/** Goes into the `X-Step-Up` header of sensitive calls until `expiresAt` (epoch milliseconds). */
export const StepUpProof = z.object({ token: z.string(), expiresAt: z.number() });
export type StepUpProof = z.infer<typeof StepUpProof>;
