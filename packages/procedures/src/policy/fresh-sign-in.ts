import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { defineFlow } from '../store/flows.ts';
import { AccountError } from '../trpc/account-error.ts';
import type { Services } from '../trpc/context.ts';
import { stillCounts } from './step-up.ts';

/** The person must have signed in within this time, and the ID token proves it once. */
const maxAgeSeconds = 5 * 60;

/** Clocks of two servers differ a little. */
const skewSeconds = 30;

const used = defineFlow('used-id-token', z.null(), maxAgeSeconds + 2 * skewSeconds);

/**
 * Throws `STEP_UP_REQUIRED` unless the ID token proves a sign-in of this person a moment ago, for the first time. A
 * sign-in with the former password counts no more than any other proof from before the new one.
 */
export async function checkFreshSignIn({ store, readIdToken }: Services, personId: string, idToken: string) {
  const refusal = new AccountError('STEP_UP_REQUIRED');
  const authTime = (await readIdToken(personId, idToken))?.authTime ?? Number.NaN;
  const ageSeconds = Date.now() / 1000 - authTime;
  if (!(ageSeconds <= maxAgeSeconds && ageSeconds >= -skewSeconds)) throw refusal;
  if (!(await stillCounts(store, personId, authTime * 1000))) throw refusal;
  const digest = createHash('sha256').update(idToken).digest('base64url');
  if (!(await used.start(store, personId, null, digest))) throw refusal;
}
