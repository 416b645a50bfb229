import * as z from 'zod/mini';

/** What a proof is good for. Deleting an account asks for one of its own. */
export const StepUpPurpose = z.enum(['change', 'delete']);
export type StepUpPurpose = z.infer<typeof StepUpPurpose>;

/** A proof is believed for this long; then the person is asked again. */
export const stepUpTtlSeconds = 10 * 60;
