import { createHash, hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';

type Key = { id: string; seal: Uint8Array; sign: Uint8Array };

export type Keys = ReturnType<typeof createKeys>;

/**
 * Keys for what leaves our hands for a while: sealed states and signed proofs.
 * @param secrets the first one seals and signs; the others still open what they made, so that a secret can be rotated
 */
export function createKeys(secrets: readonly [string, ...string[]]) {
  const [current, ...former] = [toKey(secrets[0]), ...secrets.slice(1).map(toKey)] as const;
  const all = [current, ...former];
  const find = (id: unknown) => {
    const key = all.find((each) => each.id === id);
    if (!key) throw new errors.JOSEError('Made with a secret that is no longer known');
    return key;
  };

  return {
    /** Encrypts a JSON value. */
    seal: (value: unknown): Promise<string> =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(value)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: current.id })
        .encrypt(current.seal),

    /** What was sealed. Throws when it was altered, or made with a secret that is no longer known. */
    open: async (sealed: string): Promise<unknown> => {
      const { plaintext } = await compactDecrypt(sealed, ({ kid }) => find(kid).seal, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      return JSON.parse(new TextDecoder().decode(plaintext));
    },

    /** A signed token of one type. `ttlSeconds` from now it expires. */
    sign: (typ: string, claims: JWTPayload, ttlSeconds: number): Promise<string> =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ, kid: current.id })
        .setExpirationTime(`${ttlSeconds} s`)
        .sign(current.sign),

    /** The claims of a token of that type. Throws when it is not ours, of another type, altered or expired. */
    verify: async (typ: string, token: string): Promise<JWTPayload> =>
      (await jwtVerify(token, ({ kid }) => find(kid).sign, { algorithms: ['HS256'], typ })).payload,
  };
}

function toKey(secret: string): Key {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, '', purpose, 32));
  return {
    id: createHash('sha256').update(derive('account key id')).digest('base64url').slice(0, 12),
    seal: derive('account seal'),
    sign: derive('account sign'),
  };
}
