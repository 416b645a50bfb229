import { createLocalJWKSet, exportJWK, generateKeyPair, type JWK, type JWTPayload, jwtVerify } from 'jose';
import { newId } from './ids.ts';

/** The indicator is the same on every self-hosted Logto, whatever its address. */
export const managementApiIndicator = 'https://default.logto.app/api';

export const signingAlgorithm = 'ES384';

export type Keys = {
  /** The private signing key. One per process: tokens die with the process, as the rest of the state does. */
  privateJwk: JWK;
  /** `<endpoint>/oidc` */
  issuer: string;
  /**
   * Checks signature, issuer, audience and expiry of an access token, without clock tolerance.
   * @throws a jose error when anything does not fit
   */
  verifyAccessToken(token: string, audience?: string): Promise<JWTPayload>;
};

/** Makes the EC P-384 key with which everything of one server is signed. */
export async function createKeys(issuer: string): Promise<Keys> {
  const { privateKey, publicKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const naming = { kid: newId(), alg: signingAlgorithm, use: 'sig' };
  const keySet = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), ...naming }] });
  return {
    privateJwk: { ...(await exportJWK(privateKey)), ...naming },
    issuer,
    async verifyAccessToken(token, audience = managementApiIndicator) {
      const { payload } = await jwtVerify(token, keySet, {
        issuer,
        audience,
        algorithms: [signingAlgorithm],
      });
      return payload;
    },
  };
}
