import { createHash } from 'node:crypto';
import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { defineFlow } from '../store/flows.ts';
import type { Store } from '../store/open.ts';
import { AccountError } from '../trpc/account-error.ts';
import { refuseToken, signingAlgorithms } from './authenticate.ts';

/** The person must have signed in within this time, and the ID token proves it once. */
const maxAgeSeconds = 5 * 60;

/** Clocks of two servers differ a little. */
const skewSeconds = 30;

const used = defineFlow('used-id-token', z.null(), maxAgeSeconds + 2 * skewSeconds);

/** Throws `STEP_UP_REQUIRED` unless the ID token proves a sign-in of this person a moment ago, for the first time. */
export type CheckFreshSignIn = (personId: string, idToken: string) => Promise<void>;

export type FreshSignInOptions = {
  store: Store;
  /** `<Logto endpoint>/oidc`. */
  issuer: string;
  /** The app that people sign in to: an ID token is made for it, not for our API. */
  clientId: string;
  keys: JWTVerifyGetKey;
};

export function createCheckFreshSignIn({
  store,
  issuer,
  clientId,
  keys,
}: FreshSignInOptions): CheckFreshSignIn {
  return async function checkFreshSignIn(personId, idToken) {
    const refusal = new AccountError('STEP_UP_REQUIRED');
    const { payload } = await jwtVerify(idToken, keys, {
      issuer,
      audience: clientId,
      subject: personId,
      algorithms: signingAlgorithms,
      requiredClaims: ['exp', 'auth_time'],
    }).catch((error) => refuseToken(error, 'STEP_UP_REQUIRED'));
    const ageSeconds = Date.now() / 1000 - Number(payload.auth_time);
    if (!(ageSeconds <= maxAgeSeconds && ageSeconds >= -skewSeconds)) throw refusal;
    const digest = createHash('sha256').update(idToken).digest('base64url');
    if (!(await used.start(store, personId, null, digest))) throw refusal;
  };
}
