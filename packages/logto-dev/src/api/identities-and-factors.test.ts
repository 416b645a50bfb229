import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { field, startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement();
});
afterAll(() => logto.close());

const connectorId = (name: 'social' | 'google' | 'github' | 'email') =>
  logto.target.connectors[name]?.id ?? 'missing';
const boundConnectorId = (index: number) => logto.target.connectors.sessionBound[index]?.id ?? 'missing';

describe('social connectors', () => {
  it('start at the page of their provider, with the state and the way back as given', async () => {
    const start = (id: string) =>
      logto.call('POST', `/connectors/${id}/authorization-uri`, {
        body: { state: 'st', redirectUri: 'https://app.example/cb' },
      });
    const ownPage = `${logto.endpoint}/dev/social/authorize`;
    const redirects = {
      [ownPage]: await start(connectorId('social')),
      'https://accounts.google.com/': await start(connectorId('google')),
    };
    for (const [page, { json }] of Object.entries(redirects)) {
      expect(field(json, 'redirectTo')).toContain(page);
      expect(field(json, 'redirectTo')).toMatch(/redirect_uri=https%3A%2F%2Fapp\.example%2Fcb.*state=st/);
    }
    expect(await start(boundConnectorId(0))).toMatchObject({
      status: 501,
      json: { code: 'connector.not_implemented' },
    });
    expect((await start(connectorId('email'))).json).toMatchObject({ code: 'connector.unexpected_type' });
    expect((await start('nope')).json).toMatchObject({ code: 'entity.not_found' });
  });

  it('show their secrets to the Management API and never to the public', async () => {
    expect((await logto.call('GET', '/connectors?target=google')).text).toContain('clientSecret');
    const open = await logto.call('GET', '/.well-known/sign-in-exp', { token: null });
    expect(open.json).toMatchObject({
      socialConnectors: expect.arrayContaining([
        expect.objectContaining({ target: 'google', id: connectorId('google') }),
      ]),
    });
    expect(open.text).not.toContain('clientSecret');
  });
});

it('enterprise connectors are listed with their secrets, as a whole or in pages', async () => {
  const all = await logto.call('GET', '/sso-connectors');
  expect(all.json).toMatchObject([
    {
      connectorName: 'Northwind',
      providerType: 'oidc',
      syncProfile: true,
      config: { clientSecret: 'dev-sso-secret' },
    },
  ]);
  expect(all.headers.get('total-number')).toBeNull();
  const second = await logto.call('GET', '/sso-connectors?page=2&page_size=1');
  expect(second.json).toEqual([]);
  expect(second.headers.get('total-number')).toBe('1');
});

describe('identities', () => {
  const link = (id: string, name: 'social' | 'google' | 'github' | 'email', connectorData: object) =>
    logto.call('POST', `/users/${id}/identities`, {
      body: { connectorId: connectorId(name), connectorData },
    });

  it('are linked with what the provider sent, once in the tenant, replacing one of the same provider', async () => {
    const [id, other] = [await logto.createPerson(), await logto.createPerson()];
    const data = { code: 'c', userId: 'soc-1', email: 's@example.com' };
    expect((await link(id, 'social', data)).json).toEqual({
      'mock-social': {
        userId: 'soc-1',
        details: { id: 'soc-1', email: 's@example.com', rawData: data },
      },
    });
    expect((await link(other, 'social', data)).json).toMatchObject({ code: 'user.identity_already_in_use' });
    expect((await link(id, 'social', { code: 'c', userId: 'soc-2' })).json).toMatchObject({
      'mock-social': { userId: 'soc-2' },
    });
    expect((await link(other, 'social', data)).status).toBe(200);
  });

  it('are refused in the words of the connector', async () => {
    const id = await logto.createPerson();
    expect((await link(id, 'social', { no: 1 })).json).toMatchObject({ code: 'connector.invalid_response' });
    expect(await link(id, 'github', { error: 'access_denied' })).toMatchObject({
      status: 401,
      json: { code: 'connector.authorization_failed' },
    });
    expect((await link(id, 'google', { code: 'x' })).status).toBe(401);
    expect((await link(id, 'email', {})).json).toMatchObject({ code: 'session.invalid_connector_id' });
  });

  it('can be written without any proof, and removed even when they are the last way in', async () => {
    const id = await logto.createPerson();
    const put = (userId: string) =>
      logto.call('PUT', `/users/${id}/identities/any-target`, { body: { userId } });
    expect((await put('one')).status).toBe(201);
    expect((await put('two')).status).toBe(200);
    expect((await logto.call('GET', `/users/${id}/identities/any-target`)).json).toEqual({
      identity: { userId: 'two' },
    });
    expect((await logto.call('GET', `/users/${id}/all-identities`)).json).toEqual({
      socialIdentities: [{ target: 'any-target', identity: { userId: 'two' } }],
      ssoIdentities: [],
    });
    const remove = () => logto.call('DELETE', `/users/${id}/identities/any-target`);
    expect((await remove()).json).toMatchObject({ id, identities: {} });
    expect((await remove()).json).toMatchObject({ code: 'user.identity_not_exist' });
  });
});

describe('factors', () => {
  const add = (id: string, body: object) => logto.call('POST', `/users/${id}/mfa-verifications`, { body });
  const list = async (id: string) => (await logto.call('GET', `/users/${id}/mfa-verifications`)).json;

  it('bind an authenticator app at once and never show its secret again', async () => {
    const id = await logto.createPerson();
    expect((await add(id, { type: 'Totp' })).json).toEqual({
      type: 'Totp',
      secret: expect.stringMatching(/^[A-Z2-7]{32}$/),
      secretQrCode: expect.stringMatching(/^data:image\/png;base64,/),
    });
    expect((await add(id, { type: 'Totp' })).json).toMatchObject({ code: 'user.totp_already_in_use' });
    expect(await list(id)).toEqual([
      { id: expect.stringMatching(/^[0-9a-z]{21}$/), createdAt: expect.stringMatching(/Z$/), type: 'Totp' },
    ]);
    expect((await logto.call('GET', `/users/${id}/logto-configs`)).json).toEqual({
      mfa: { skipped: false, skipMfaOnSignIn: false },
      passkeySignIn: { skipped: false },
    });
  });

  it('take only base32 of 16 to 32 characters as a secret', async () => {
    const id = await logto.createPerson();
    for (const secret of ['not base32!', 'jbswy3dpehpk3pxp', 'JBSWY3DP'])
      expect((await add(id, { type: 'Totp', secret })).json).toMatchObject({
        code: 'user.totp_secret_invalid',
      });
    expect((await add(id, { type: 'Totp', secret: 'JBSWY3DPEHPK3PXP' })).status).toBe(200);
  });

  it('have ten backup codes beside another factor, and leave them alone when that one goes', async () => {
    const id = await logto.createPerson();
    expect((await add(id, { type: 'BackupCode' })).json).toMatchObject({
      code: 'session.mfa.backup_code_can_not_be_alone',
    });
    await add(id, { type: 'Totp' });
    expect((await add(id, { type: 'BackupCode', codes: ['1'] })).json).toMatchObject({
      code: 'user.wrong_backup_code_format',
    });
    await add(id, { type: 'BackupCode' });
    expect((await add(id, { type: 'BackupCode' })).json).toMatchObject({
      code: 'user.backup_code_already_in_use',
    });
    const [totp] = logto.state.users.get(id)?.mfaVerifications ?? [];
    expect((await logto.call('DELETE', `/users/${id}/mfa-verifications/${totp?.id}`)).status).toBe(204);
    expect(await list(id)).toMatchObject([{ type: 'BackupCode', remainCodes: 10 }]);
  });

  it('accept no passkey here', async () => {
    const id = await logto.createPerson();
    expect((await add(id, { type: 'WebAuthn' })).json).toMatchObject({ code: 'guard.invalid_input' });
  });

  it('have settings that are merged', async () => {
    const id = await logto.createPerson();
    const change = (body: object) => logto.call('PATCH', `/users/${id}/logto-configs`, { body });
    await change({ mfa: { enabled: true } });
    expect((await change({ mfa: { skipped: true }, passkeySignIn: { skipped: true } })).json).toEqual({
      mfa: { enabled: true, skipped: true, skipMfaOnSignIn: false },
      passkeySignIn: { skipped: true },
    });
  });
});
