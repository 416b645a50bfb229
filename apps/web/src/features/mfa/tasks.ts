import * as z from 'zod/mini';

/** What can be set up; each has an address of its own. */
export const TwoStepTask = z.enum(['app', 'codes']);
export type TwoStepTask = z.infer<typeof TwoStepTask>;
