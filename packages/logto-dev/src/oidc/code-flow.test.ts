import { setTimeout as sleep } from 'node:timers/promises';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startLogtoDev } from '../index.ts';
import { demoPassword } from '../seed-data/people.ts';
import { accountApiIndicator } from '../seed-data/tenant.ts';
import { createBrowser } from '../testing/browser.ts';
import { authorizationPath, exchangeCode, refresh, signIn } from '../testing/flow.ts';

let server: Awaited<ReturnType<typeof startLogtoDev>>;
const user = (name: string) => {
  const found = [...server.state.users.values()].find(({ username }) => username === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};

beforeAll(async () => {
  server = await startLogtoDev({ port: 0 });
});
beforeEach(() => fetch(`${server.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => server.close());

describe('signing in by code', () => {
  it('names the session in the ID token only where the application wants to hear of its end', async () => {
    const app = server.state.applications.get('account-web');
    if (!app) throw new Error('The demo tenant has no app');
    expect((await signIn(server.endpoint, 'ada')).idToken).toHaveProperty('sid');
    app.oidcClientMetadata.backchannelLogoutSessionRequired = false;
    expect((await signIn(server.endpoint, 'ada')).idToken).not.toHaveProperty('sid');
    app.oidcClientMetadata.backchannelLogoutSessionRequired = true;
  });

  it('gives an opaque token first, an ID token with profile claims, and JWTs per resource afterwards', async () => {
    const { tokens, idToken } = await signIn(server.endpoint, 'ada');
    expect(tokens).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3600,
      scope: 'openid offline_access profile',
    });
    expect(String(tokens.access_token)).not.toContain('.');
    expect(idToken).toMatchObject({
      sub: user('ada').id,
      name: 'Ada Lovelace',
      username: 'ada',
      picture: null,
    });

    const { body } = await refresh(server.endpoint, tokens.refresh_token, { resource: accountApiIndicator });
    expect(decodeProtectedHeader(String(body.access_token))).toMatchObject({ alg: 'ES384', typ: 'at+jwt' });
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      iss: `${server.endpoint}/oidc`,
      aud: accountApiIndicator,
      sub: user('ada').id,
      client_id: 'account-web',
      scope: 'account:read account:write',
    });
    expect(body.scope).toBe('account:read account:write');
  });

  it('keeps the identifier and says so when the password is wrong, and logs the failure', async () => {
    const browser = createBrowser(server.endpoint);
    await browser.get(authorizationPath());
    const page = await browser.post('/sign-in', { identifier: '<ada>', password: 'wrong' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="&lt;ada&gt;"');
    expect(page.text).toContain('aria-describedby="password-error"');
    expect(server.state.logs.at(-1)?.payload).toMatchObject({
      key: 'Interaction.SignIn.Verification.Password.Submit',
      result: 'Error',
      applicationId: 'account-web',
    });
  });

  it('is refused to a suspended person', async () => {
    const browser = createBrowser(server.endpoint);
    await browser.get(authorizationPath());
    const page = await browser.post('/sign-in', { identifier: 'sam', password: demoPassword });
    expect(page.status).toBe(401);
    expect(page.text).toContain('suspended');
    expect(user('sam').lastSignInAt).toBeNull();
  });

  it('is recorded: time, session with device, log', async () => {
    const before = Date.now();
    await signIn(server.endpoint, 'ben');
    expect(user('ben').lastSignInAt).toBeGreaterThanOrEqual(before);
    const sessions = [...server.state.oidc.values()].filter(
      ({ kind, payload }) => kind === 'Session' && payload.accountId === user('ben').id,
    );
    expect(sessions).toHaveLength(1);
    expect(server.state.sessionExtensions.get(String(sessions[0]?.payload.uid))).toMatchObject({
      accountId: user('ben').id,
      clientId: 'account-web',
      lastSubmission: { signInContext: { userAgent: 'test browser' } },
    });
    const keys = server.state.logs
      .filter(({ payload }) => payload.userId === user('ben').id)
      .map(({ key }) => key);
    expect(keys).toContain('Interaction.SignIn.Submit');
    expect(keys).toContain('ExchangeTokenBy.AuthorizationCode');
  });

  it('without offline_access gives no refresh token', async () => {
    const browser = createBrowser(server.endpoint);
    await browser.get(authorizationPath({ scope: 'openid profile' }));
    const end = await browser.post('/sign-in', { identifier: 'ben', password: demoPassword });
    const { body } = await exchangeCode(server.endpoint, end.url);
    expect(body).toHaveProperty('id_token');
    expect(body).not.toHaveProperty('refresh_token');
  });
});

describe('a refresh token', () => {
  it('works twice within three seconds, and revokes everything when used later', {
    timeout: 15_000,
  }, async () => {
    const { tokens } = await signIn(server.endpoint, 'ben');
    const first = await refresh(server.endpoint, tokens.refresh_token);
    const second = await refresh(server.endpoint, tokens.refresh_token, { resource: accountApiIndicator });
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.body.refresh_token).not.toBe(tokens.refresh_token);

    await sleep(3100);
    const late = await refresh(server.endpoint, tokens.refresh_token);
    expect(late).toMatchObject({ status: 400, body: { code: 'oidc.invalid_grant', error: 'invalid_grant' } });
    const successor = await refresh(server.endpoint, first.body.refresh_token);
    expect(successor.status).toBe(400);
  });

  it('dies with the suspension of its owner', async () => {
    const { tokens } = await signIn(server.endpoint, 'ben');
    user('ben').isSuspended = true;
    expect(await refresh(server.endpoint, tokens.refresh_token)).toMatchObject({
      status: 400,
      body: { code: 'oidc.invalid_grant' },
    });
  });

  it('buys only what the roles grant now', async () => {
    const { tokens } = await signIn(server.endpoint, 'ben');
    user('ben').roleIds = [];
    const { body } = await refresh(server.endpoint, tokens.refresh_token, { resource: accountApiIndicator });
    expect(body.scope).toBe('');
    expect(decodeJwt(String(body.access_token)).scope).toBe('');
  });

  it('is no way to a resource that was not asked for at sign-in', async () => {
    const { tokens } = await signIn(server.endpoint, 'ben');
    const resource = 'https://default.logto.app/api';
    expect(await refresh(server.endpoint, tokens.refresh_token, { resource })).toMatchObject({
      status: 400,
      body: { code: 'oidc.invalid_target' },
    });
  });
});

describe('a second authorization request', () => {
  it('passes without a page while the session lives', async () => {
    const { browser } = await signIn(server.endpoint, 'ada');
    const end = await browser.get(authorizationPath());
    expect(end.url).toMatch(/^http:\/\/localhost:5173\/callback\?code=/);
  });

  it('shows the sign-in page with prompt=login, and gives a refresh token with consent beside it', async () => {
    const { browser } = await signIn(server.endpoint, 'ada');
    const page = await browser.get(authorizationPath({ prompt: 'login consent' }));
    expect(new URL(page.url).pathname).toBe('/sign-in');
    const end = await browser.post('/sign-in', { identifier: 'ada', password: demoPassword });
    const { body } = await exchangeCode(server.endpoint, end.url);
    expect(body).toHaveProperty('refresh_token');
  });

  it('asks again with max_age=0 and then proves when', async () => {
    const { browser } = await signIn(server.endpoint, 'ada');
    const page = await browser.get(authorizationPath({ max_age: '0' }));
    expect(new URL(page.url).pathname).toBe('/sign-in');
    const end = await browser.post('/sign-in', { identifier: 'ada', password: demoPassword });
    const { body } = await exchangeCode(server.endpoint, end.url);
    expect(decodeJwt(String(body.id_token)).auth_time).toBeTypeOf('number');
  });

  it('answers login_required with prompt=none and no session', async () => {
    const end = await createBrowser(server.endpoint).get(authorizationPath({ prompt: 'none' }));
    expect(end.url).toContain('error=login_required');
  });
});

describe('an authorization request', () => {
  it('may come as a form and name several resources in one parameter', async () => {
    const browser = createBrowser(server.endpoint);
    const query = new URL(authorizationPath(), server.endpoint).searchParams;
    query.set('resource', `${accountApiIndicator},https://default.logto.app/api`);
    const page = await browser.post('/oidc/auth', Object.fromEntries(query));
    expect(new URL(page.url).pathname).toBe('/sign-in');
    const end = await browser.post('/sign-in', { identifier: 'ben', password: demoPassword });
    const { body } = await exchangeCode(server.endpoint, end.url);
    const resource = 'https://default.logto.app/api';
    const second = await refresh(server.endpoint, body.refresh_token, { resource });
    expect(second).toMatchObject({ status: 200, body: { scope: '' } });
  });
});
