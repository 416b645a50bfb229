import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { createReadIdToken, type ReadIdToken } from './id-token.ts';

const issuer = 'https://auth.example/oidc';
const clientId = 'settings-app';
const otherApp = 'support-app';

let privateKey: CryptoKey;
let readIdToken: ReadIdToken;
beforeAll(async () => {
  const pair = await generateKeyPair('ES384');
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'current', alg: 'ES384' };
  readIdToken = createReadIdToken({
    issuer,
    clientId: [clientId, otherApp],
    keys: createLocalJWKSet({ keys: [jwk] }),
  });
});

const claims = { iss: issuer, aud: clientId, sub: 'person', auth_time: 1_700_000_000, sid: 'session' };

function token(payload: JWTPayload = {}, key: CryptoKey | Uint8Array = privateKey, alg = 'ES384') {
  return new SignJWT({ ...claims, ...payload })
    .setProtectedHeader({ alg, kid: 'current' })
    .setExpirationTime(payload.exp ?? '1h')
    .sign(key);
}

it('an ID token says when the person signed in, and in which session', async () => {
  expect(await readIdToken('person', await token())).toEqual({
    clientId,
    authTime: 1_700_000_000,
    sid: 'session',
  });
});

it('it says for which of our apps it was made', async () => {
  expect(await readIdToken('person', await token({ aud: otherApp }))).toMatchObject({ clientId: otherApp });
  const among = await token({ aud: ['https://account.example/api', otherApp] });
  expect(await readIdToken('person', among)).toMatchObject({ clientId: otherApp });
});

it('what Logto did not put into it is not known', async () => {
  const bare = await new SignJWT({ iss: issuer, aud: clientId, sub: 'person' })
    .setProtectedHeader({ alg: 'ES384', kid: 'current' })
    .setExpirationTime('1h')
    .sign(privateKey);
  expect(await readIdToken('person', bare)).toEqual({ clientId, authTime: undefined, sid: undefined });
});

it('it counts for the person, the app and the issuer it was made for, until it expires', async () => {
  expect(await readIdToken('another person', await token())).toBeUndefined();
  expect(await readIdToken('person', await token({ aud: 'https://account.example/api' }))).toBeUndefined();
  expect(await readIdToken('person', await token({ iss: 'https://other.example/oidc' }))).toBeUndefined();
  expect(await readIdToken('person', await token({ exp: 1_700_000_000 }))).toBeUndefined();
});

it('one that never expires is not believed', async () => {
  const endless = new SignJWT(claims).setProtectedHeader({ alg: 'ES384', kid: 'current' });
  expect(await readIdToken('person', await endless.sign(privateKey))).toBeUndefined();
});

it('it must be signed by Logto', async () => {
  const stranger = await generateKeyPair('ES384');
  expect(await readIdToken('person', await token({}, stranger.privateKey))).toBeUndefined();
  const shared = new TextEncoder().encode('a secret that everybody knows, long enough');
  expect(await readIdToken('person', await token({}, shared, 'HS256'))).toBeUndefined();
  expect(await readIdToken('person', 'no token')).toBeUndefined();
});

it('claims of another form than agreed are no proof', async () => {
  expect(await readIdToken('person', await token({ auth_time: 'now' }))).toBeUndefined();
  expect(await readIdToken('person', await token({ sid: 7 }))).toBeUndefined();
});

it('it is not blamed when the keys of Logto cannot be had', async () => {
  const failing = createReadIdToken({
    issuer,
    clientId,
    keys: () => Promise.reject(new Error('no network')),
  });
  await expect(failing('person', await token())).rejects.toThrow('LOGTO_UNAVAILABLE');
});
