import { createHash } from 'node:crypto';
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { AccountError } from '../trpc/account-error.ts';

/** The person behind a verified access token. */
export type Caller = {
  /** Logto's user id. Everything is done for this id and no other. */
  id: string;
  /** The application the person signed in to. */
  clientId: string;
  /** Not before the token was made, in epoch milliseconds; it says so to the second. */
  issuedAt: number;
  scopes: ReadonlySet<string>;
};

/** Verifies the value of an `Authorization` header. Throws `SIGN_IN_REQUIRED`, or `LOGTO_UNAVAILABLE` without keys. */
export type Authenticate = (authorization: string | undefined) => Promise<Caller>;

export type AuthenticateOptions = {
  /** `<Logto endpoint>/oidc`. */
  issuer: string;
  /** The indicator of our API resource. */
  audience: string;
  /** Where the keys come from; by default `<issuer>/jwks`. */
  keys?: JWTVerifyGetKey;
};

/** Logto signs with the algorithm of its key, ES384 unless an operator brought another; never with a shared secret. */
export const signingAlgorithms = ['ES256', 'ES384', 'ES512', 'RS256', 'PS256'];

/** A verified token is believed for this long before it is verified again, and never beyond its own expiry. */
const cacheTtlMs = 60_000;

/** Verification costs most of a call's CPU time, so the outcome is kept under a hash of the token. */
export function createAuthenticate({
  issuer,
  audience,
  keys = remoteKeys(issuer),
}: AuthenticateOptions): Authenticate {
  const verified = new LRUCache<string, Caller>({ max: 2_000, ttl: cacheTtlMs });

  return async function authenticate(authorization) {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (!token) throw new AccountError('SIGN_IN_REQUIRED');
    const key = createHash('sha256').update(token).digest('base64');
    const known = verified.get(key);
    if (known) return known;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: signingAlgorithms,
      typ: 'at+jwt',
      requiredClaims: ['sub', 'exp'],
    }).catch(refuseToken);
    const caller = toCaller(payload);
    const leftMs = (payload.exp ?? 0) * 1000 - Date.now();
    if (leftMs > 0) verified.set(key, caller, { ttl: Math.min(cacheTtlMs, leftMs) });
    return caller;
  };
}

export function remoteKeys(issuer: string) {
  return createRemoteJWKSet(new URL(`${issuer}/jwks`));
}

function toCaller({ sub, client_id: clientId, scope, iat = 0 }: JWTPayload): Caller {
  // A machine's own token has the application as its subject: there is no person whose account it could be.
  if (!sub || typeof clientId !== 'string' || sub === clientId) throw new AccountError('SIGN_IN_REQUIRED');
  const scopes = new Set(typeof scope === 'string' ? scope.split(' ') : []);
  return { id: sub, clientId, issuedAt: (iat + 1) * 1000, scopes };
}

/** jose's codes for keys that could not be fetched or read; all its others are about the token. */
const keyFaults = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** Why a token could not be verified: it is wrong, or else the keys could not be had. */
export function isTokenAtFault(error: unknown) {
  return error instanceof errors.JOSEError && !keyFaults.includes(error.code);
}

function refuseToken(error: unknown): never {
  throw new AccountError(isTokenAtFault(error) ? 'SIGN_IN_REQUIRED' : 'LOGTO_UNAVAILABLE', { cause: error });
}
