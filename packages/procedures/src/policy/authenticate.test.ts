import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Authenticate, createAuthenticate } from './authenticate.ts';

const audience = 'https://account.example/api';
let keyServer: Server;
let issuer: string;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;
let publicJwk: Awaited<ReturnType<typeof exportJWK>>;
let authenticate: Authenticate;
let keysAreDown = false;

beforeAll(async () => {
  keys = await generateKeyPair('ES384');
  publicJwk = { ...(await exportJWK(keys.publicKey)), kid: 'current', alg: 'ES384', use: 'sig' };
  keyServer = createServer((_request, response) => {
    response.writeHead(keysAreDown ? 503 : 200).end(JSON.stringify({ keys: [publicJwk] }));
  });
  await new Promise<void>((resolve) => keyServer.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(keyServer.address() as AddressInfo).port}/oidc`;
  authenticate = createAuthenticate({ issuer, audience });
});
afterAll(() => {
  keyServer.close();
});

/** `undefined` leaves a claim out. */
type Claims = { [Name in keyof JWTPayload]?: JWTPayload[Name] | undefined };

const claims = { sub: 'person', client_id: 'app', scope: 'account:read account:write' };

function token(payload: Claims = {}, header: { typ?: string; kid?: string } = {}) {
  const wanted = Object.entries({ iss: issuer, aud: audience, ...claims, ...payload });
  return new SignJWT(Object.fromEntries(wanted.filter(([, value]) => value !== undefined)))
    .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: 'current', ...header })
    .setExpirationTime(payload.exp ?? '1h')
    .sign(keys.privateKey);
}

const outcome = (authorization: string | undefined) =>
  authenticate(authorization).then(
    () => 'let in',
    (error: Error) => error.message,
  );

describe('an access token', () => {
  it('tells who the person is, where they signed in and what they may do', async () => {
    expect(await authenticate(`Bearer ${await token()}`)).toMatchObject({
      id: 'person',
      clientId: 'app',
      issuedAt: expect.any(Number),
      scopes: new Set(['account:read', 'account:write']),
    });
  });

  it('is refused when it is missing, no token or not a bearer', async () => {
    const good = await token();
    for (const header of [
      undefined,
      '',
      'Bearer',
      'Bearer opaque-token',
      good,
      `Basic ${good}`,
      `Bearer ${good} x`,
    ])
      expect(await outcome(header), header).toBe('SIGN_IN_REQUIRED');
  });

  it('is refused when it expired, is for another audience or from another issuer', async () => {
    const wrong = [
      { exp: Math.floor(Date.now() / 1000) - 1 },
      { aud: 'https://other.example/api' },
      { aud: undefined },
      { iss: 'https://other.example/oidc' },
      { sub: undefined },
      { nbf: Math.floor(Date.now() / 1000) + 60 },
    ];
    for (const payload of wrong)
      expect(await outcome(`Bearer ${await token(payload)}`), JSON.stringify(payload)).toBe(
        'SIGN_IN_REQUIRED',
      );
  });

  it('is refused when it was made for something else than access', async () => {
    expect(await outcome(`Bearer ${await token({}, { typ: 'JWT' })}`)).toBe('SIGN_IN_REQUIRED');
  });

  it('is refused when it belongs to a machine: there is no account behind it', async () => {
    expect(await outcome(`Bearer ${await token({ sub: 'app' })}`)).toBe('SIGN_IN_REQUIRED');
    expect(await outcome(`Bearer ${await token({ client_id: undefined })}`)).toBe('SIGN_IN_REQUIRED');
  });

  it('is refused when nobody signed it, or somebody else did', async () => {
    const unsigned = new UnsecuredJWT({ iss: issuer, aud: audience, ...claims })
      .setExpirationTime('1h')
      .encode();
    const stranger = await generateKeyPair('ES384');
    const foreign = await new SignJWT({ iss: issuer, aud: audience, ...claims })
      .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: 'current' })
      .setExpirationTime('1h')
      .sign(stranger.privateKey);
    expect(await outcome(`Bearer ${unsigned}none`)).toBe('SIGN_IN_REQUIRED');
    expect(await outcome(`Bearer ${foreign}`)).toBe('SIGN_IN_REQUIRED');
    expect(await outcome(`Bearer ${await token({}, { kid: 'unknown' })}`)).toBe('SIGN_IN_REQUIRED');
  });

  it('is refused when it is signed with our public key as a shared secret', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(publicJwk));
    const confused = await new SignJWT({ iss: issuer, aud: audience, ...claims })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'current' })
      .setExpirationTime('1h')
      .sign(secret);
    expect(await outcome(`Bearer ${confused}`)).toBe('SIGN_IN_REQUIRED');
  });

  it('is refused once it has expired, although it was believed before', async () => {
    const shortLived = await token({ exp: Math.floor(Date.now() / 1000) + 2 });
    expect(await outcome(`Bearer ${shortLived}`)).toBe('let in');
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(await outcome(`Bearer ${shortLived}`)).toBe('SIGN_IN_REQUIRED');
  });

  it('is not blamed when the keys of Logto cannot be had', async () => {
    keysAreDown = true;
    const fresh = createAuthenticate({ issuer, audience });
    const good = `Bearer ${await token()}`;
    await expect(fresh(good)).rejects.toThrow('LOGTO_UNAVAILABLE');
    const nowhere = createAuthenticate({ issuer: 'http://127.0.0.1:9/oidc', audience });
    await expect(nowhere(good)).rejects.toThrow('LOGTO_UNAVAILABLE');
    keysAreDown = false;
    await expect(fresh(good)).resolves.toMatchObject({ id: 'person' });
  });
});
