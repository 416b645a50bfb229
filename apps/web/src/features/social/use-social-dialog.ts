import * as z from 'zod/mini';
import { useResumable } from '../../lib/step-up/resume.ts';

const SocialDialog = z.object({ act: z.enum(['link', 'replace', 'unlink']), target: z.string() });
export type SocialDialog = z.infer<typeof SocialDialog>;

/** What the person is about to do. */
export function useSocialDialog() {
  return useResumable('social', SocialDialog);
}
