import * as z from 'zod/mini';

/** What a proof is good for. Deleting an account asks for one of its own. */
export const StepUpPurpose = z.enum(['change', 'delete']);
export type StepUpPurpose = z.infer<typeof StepUpPurpose>;
