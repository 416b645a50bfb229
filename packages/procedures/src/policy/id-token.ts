import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { AccountError } from '../trpc/account-error.ts';
import { isTokenAtFault, signingAlgorithms } from './authenticate.ts';

const Claims = z.object({
  /** When the person last proved to Logto who they are, in epoch seconds. */
  auth_time: z.optional(z.number()),
  /** The session the sign-in belongs to, under the name that Logto has for it towards this app. */
  sid: z.optional(z.string()),
});

export type IdToken = { clientId: string; authTime: number | undefined; sid: string | undefined };

/**
 * What an ID token says that was made for this person and one of our apps; `undefined` when the token is at fault.
 * Throws `LOGTO_UNAVAILABLE` without keys.
 */
export type ReadIdToken = (personId: string, idToken: string) => Promise<IdToken | undefined>;

export type IdTokenOptions = {
  /** `<Logto endpoint>/oidc`. */
  issuer: string;
  /** The app that people sign in to, or several: an ID token is made for one of them, not for our API. */
  clientId: string | string[];
  keys: JWTVerifyGetKey;
};

export function createReadIdToken({ issuer, clientId, keys }: IdTokenOptions): ReadIdToken {
  const ours = [clientId].flat();
  return async function readIdToken(personId, idToken) {
    const verified = await jwtVerify(idToken, keys, {
      issuer,
      audience: ours,
      subject: personId,
      algorithms: signingAlgorithms,
      requiredClaims: ['exp'],
    }).catch((error) => {
      if (isTokenAtFault(error)) return undefined;
      throw new AccountError('LOGTO_UNAVAILABLE', { cause: error });
    });
    const claims = Claims.safeParse(verified?.payload);
    const audience = [verified?.payload.aud].flat().find((id) => id && ours.includes(id));
    if (!claims.success || !audience) return undefined;
    return { clientId: audience, authTime: claims.data.auth_time, sid: claims.data.sid };
  };
}
