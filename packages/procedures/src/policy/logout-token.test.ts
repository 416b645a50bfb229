import {
  type CryptoKey,
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { createReadLogoutToken, type ReadLogoutToken } from './logout-token.ts';

const issuer = 'https://auth.example/oidc';
const clientId = 'settings-app';
const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };

let privateKey: CryptoKey;
let readLogoutToken: ReadLogoutToken;
beforeAll(async () => {
  const pair = await generateKeyPair('ES384');
  privateKey = pair.privateKey;
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'current', alg: 'ES384' };
  readLogoutToken = createReadLogoutToken({ issuer, clientId, keys: createLocalJWKSet({ keys: [jwk] }) });
});

const now = () => Math.floor(Date.now() / 1000);
const good = () => ({
  iss: issuer,
  aud: clientId,
  sub: 'person',
  sid: 'session',
  jti: 'once',
  iat: now(),
  exp: now() + 120,
  events,
});

/** `undefined` takes a claim away. */
type Changes = { [claim in keyof JWTPayload]: JWTPayload[claim] | undefined };

function token(changes: Changes = {}, header: { alg?: string; typ?: string } = {}, key?: Uint8Array) {
  return new SignJWT(JSON.parse(JSON.stringify({ ...good(), ...changes })))
    .setProtectedHeader({ alg: 'ES384', typ: 'logout+jwt', kid: 'current', ...header })
    .sign(key ?? privateKey);
}

it('a logout token says whose session has ended', async () => {
  expect(await readLogoutToken(await token())).toEqual({ personId: 'person', jti: 'once' });
});

it.each<[string, Changes]>([
  ['another issuer', { iss: 'https://other.example/oidc' }],
  ['another app', { aud: 'another-app' }],
  ['nobody', { sub: undefined }],
  ['no end', { exp: undefined }],
  ['an end in the past', { exp: now() - 60 }],
  ['no beginning', { iat: undefined }],
  ['no name of its own', { jti: undefined }],
  ['no event', { events: undefined }],
  ['another event', { events: { 'http://schemas.openid.net/event/other': {} } }],
  ['an event that is no object', { events: { 'http://schemas.openid.net/event/backchannel-logout': 1 } }],
  ['a nonce, as ID tokens have', { nonce: 'n' }],
])('one with %s is not believed', async (_fault, changes) => {
  expect(await readLogoutToken(await token(changes))).toBeUndefined();
});

it('neither is one of another type, with a shared secret, without a signature, or no token at all', async () => {
  expect(await readLogoutToken(await token({}, { typ: 'at+jwt' }))).toBeUndefined();
  expect(await readLogoutToken(await token({}, { typ: 'JWT' }))).toBeUndefined();
  expect(await readLogoutToken(await token({}, { alg: 'HS256' }, new Uint8Array(48)))).toBeUndefined();
  const [, payload] = (await token()).split('.');
  const none = Buffer.from('{"alg":"none","typ":"logout+jwt"}').toString('base64url');
  expect(await readLogoutToken(`${none}.${payload}.`)).toBeUndefined();
  expect(await readLogoutToken('')).toBeUndefined();
});
