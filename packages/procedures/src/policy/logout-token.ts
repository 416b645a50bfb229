import { jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { AccountError } from '../trpc/account-error.ts';
import { isTokenAtFault, signingAlgorithms } from './authenticate.ts';
import type { IdTokenOptions } from './id-token.ts';

const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout';

/** A `nonce` marks an ID token: somebody hands on what was made for another end. */
const Claims = z.object({
  sub: z.string(),
  jti: z.string().check(z.minLength(1)),
  events: z.object({ [logoutEvent]: z.record(z.string(), z.unknown()) }),
  nonce: z.optional(z.never()),
});

export type LogoutToken = { personId: string; jti: string };

/**
 * What a logout token says, as OpenID Connect Back-Channel Logout 1.0 (2.6) has it verified; `undefined` when it is at
 * fault. A token without `sub` is of no use, because we keep no sessions. Throws `LOGTO_UNAVAILABLE` without keys.
 */
export type ReadLogoutToken = (logoutToken: string) => Promise<LogoutToken | undefined>;

export function createReadLogoutToken({ issuer, clientId, keys }: IdTokenOptions): ReadLogoutToken {
  return async function readLogoutToken(logoutToken) {
    const verified = await jwtVerify(logoutToken, keys, {
      issuer,
      audience: clientId,
      algorithms: signingAlgorithms,
      typ: 'logout+jwt',
      requiredClaims: ['exp', 'iat'],
    }).catch((error) => {
      if (isTokenAtFault(error)) return undefined;
      throw new AccountError('LOGTO_UNAVAILABLE', { cause: error });
    });
    const claims = Claims.safeParse(verified?.payload);
    return claims.success ? { personId: claims.data.sub, jti: claims.data.jti } : undefined;
  };
}
