import {
  type FieldError,
  fieldErrors,
  TokenDraft,
  type TokenList,
  tokenNameKey,
} from '@account/procedures/schemas';
import * as z from 'zod/mini';
import { daysOf, firstChoice } from './lifetime.ts';

/** A token to be, as it stands in the form. */
export const Draft = z.object({
  name: z.string(),
  lifetime: z.object({ choice: z.string(), day: z.string() }),
});
export type Draft = z.infer<typeof Draft>;

export function emptyDraft({ presetsDays }: TokenList): Draft {
  return { name: '', lifetime: { choice: firstChoice(presetsDays), day: '' } };
}

export type Checked = { errors: readonly FieldError[]; data?: TokenDraft };

/** What the server would refuse, found before it is asked: it asks for a proof of the person first. */
export function check({ name, lifetime }: Draft, { tokens }: TokenList, now = Date.now()): Checked {
  const days = daysOf(lifetime, now);
  const read = TokenDraft.safeParse({ name, expiresInDays: days ?? null });
  const errors = read.success ? [] : fieldErrors(read.error.issues).filter(({ path }) => path === 'name');
  if (errors.length === 0 && tokens.some((token) => tokenNameKey(token.name) === tokenNameKey(name)))
    errors.push({ path: 'name', code: 'TAKEN' });
  if (days === undefined) errors.push({ path: 'expiresInDays', code: 'REQUIRED' });
  else if (days !== null && days < 1) errors.push({ path: 'expiresInDays', code: 'IN_THE_PAST' });
  else if (!read.success && errors.length === 0)
    errors.push({ path: 'expiresInDays', code: 'TOO_FAR_AHEAD' });
  return read.success && errors.length === 0 ? { errors, data: read.data } : { errors };
}
