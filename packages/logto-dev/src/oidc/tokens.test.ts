import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LogtoDev, startLogtoDev } from '../index.ts';
import { demoPassword } from '../seed-data/people.ts';
import { accountApiIndicator, devSecrets } from '../seed-data/tenant.ts';
import { createBrowser } from '../testing/browser.ts';
import { authorizationPath, exchangeCode, requestToken } from '../testing/flow.ts';

let server: LogtoDev;
beforeAll(async () => {
  server = await startLogtoDev({ port: 0 });
});
beforeEach(() => fetch(`${server.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => server.close());

const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
const exchangeClient = basic('token-exchange', devSecrets.exchange);
const machine = basic('account-api', devSecrets.accountApi);

function adaToken(name: string) {
  const ada = [...server.state.users.values()].find(({ username }) => username === 'ada');
  const token = ada?.personalAccessTokens.find((item) => item.name === name);
  if (!ada || !token) throw new Error(`no token ${name}`);
  return { ada, value: token.value };
}

const exchange = (token: string, more: Record<string, string> = {}) =>
  requestToken(
    server.endpoint,
    {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: token,
      subject_token_type: 'urn:logto:token-type:personal_access_token',
      ...more,
    },
    exchangeClient,
  );

const userInfo = async (token: unknown) => {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`${server.endpoint}/oidc/me`, { headers });
  return { status: answer.status, body: await answer.json() };
};

describe('a personal access token', () => {
  it('buys a JWT for a resource with the wanted scopes that the owner has', async () => {
    const { ada, value } = adaToken('Laptop');
    const { status, body } = await exchange(value, {
      resource: accountApiIndicator,
      scope: 'account:read all',
    });
    expect(status).toBe(200);
    expect(decodeJwt(String(body.access_token))).toMatchObject({ sub: ada.id, scope: 'account:read' });
    expect(body).not.toHaveProperty('refresh_token');
  });

  it('buys an opaque token without a resource, and leaves a grant behind', async () => {
    const { ada, value } = adaToken('Laptop');
    const { body } = await exchange(value, { scope: 'openid email' });
    expect(await userInfo(body.access_token)).toMatchObject({
      body: { sub: ada.id, email: ada.primaryEmail },
    });
    const grants = [...server.state.oidc.values()].filter(
      ({ kind, payload }) => kind === 'Grant' && payload.clientId === 'token-exchange',
    );
    expect(grants).toHaveLength(1);
  });

  it('buys nothing once expired, suspended or unknown', async () => {
    expect(await exchange(adaToken('Old script').value)).toMatchObject({
      body: { code: 'oidc.invalid_grant' },
    });
    expect(await exchange('pat_unknown')).toMatchObject({ body: { code: 'oidc.invalid_grant' } });
    const { ada, value } = adaToken('Laptop');
    ada.isSuspended = true;
    expect(await exchange(value)).toMatchObject({ status: 400, body: { code: 'oidc.invalid_grant' } });
  });
});

describe('a machine', () => {
  it('gets the scope all only for the asking and with the role, also by JSON', async () => {
    const resource = 'https://default.logto.app/api';
    const form = { grant_type: 'client_credentials', resource };
    const plain = await requestToken(server.endpoint, form, machine);
    expect(plain.body).not.toHaveProperty('scope');
    expect(decodeJwt(String(plain.body.access_token))).not.toHaveProperty('scope');
    const answer = await fetch(`${server.endpoint}/oidc/token`, {
      method: 'POST',
      headers: { authorization: machine, 'content-type': 'application/json' },
      body: JSON.stringify({ ...form, scope: 'all' }),
    });
    expect(await answer.json()).toMatchObject({ scope: 'all', expires_in: 3600 });
  });

  it('must name a resource', async () => {
    expect(await requestToken(server.endpoint, { grant_type: 'client_credentials' }, machine)).toMatchObject({
      status: 400,
      body: { code: 'oidc.invalid_target' },
    });
  });
});

describe('tokens in general', () => {
  it('can be looked into and revoked when they are opaque', async () => {
    const { body } = await exchange(adaToken('Laptop').value, { scope: 'openid' });
    const form = { method: 'POST', headers: { authorization: exchangeClient } };
    const token = () => new URLSearchParams({ token: String(body.access_token) });
    const look = async () =>
      (await fetch(`${server.endpoint}/oidc/token/introspection`, { ...form, body: token() })).json();
    expect(await look()).toMatchObject({ active: true, scope: 'openid' });
    await fetch(`${server.endpoint}/oidc/token/revocation`, { ...form, body: token() });
    expect(await look()).toEqual({ active: false });
    expect((await userInfo(body.access_token)).status).toBe(401);
  });

  it('can be revoked by their own application only', async () => {
    const { body } = await exchange(adaToken('Laptop').value, { scope: 'openid' });
    const revoke = (headers: Record<string, string>, more: Record<string, string> = {}) =>
      fetch(`${server.endpoint}/oidc/token/revocation`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ token: String(body.access_token), ...more }),
      });
    expect((await revoke({ authorization: machine })).status).toBe(400);
    expect((await revoke({}, { client_id: 'account-web' })).status).toBe(200);
    expect((await userInfo(body.access_token)).status).toBe(200);
  });

  it('are refused to browsers of other origins', async () => {
    const ask = (origin: string) =>
      fetch(`${server.endpoint}/oidc/token`, {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({
          client_id: 'account-web',
          grant_type: 'refresh_token',
          refresh_token: 'x',
        }),
      });
    expect((await ask('http://localhost:5173')).headers.get('access-control-allow-origin')).not.toBeNull();
    expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('an application of somebody else', () => {
  it('gets a code only after the person allowed it', async () => {
    const browser = createBrowser(server.endpoint);
    const client = { client_id: 'print-shop', redirect_uri: 'http://localhost:8788/callback' };
    await browser.get(authorizationPath({ ...client, scope: 'openid profile' }));
    const page = await browser.post('/sign-in', { identifier: 'ben', password: demoPassword });
    expect(page.text).toContain('Paper &amp; Co. Print shop asks for access');
    const end = await browser.post('/consent', { answer: 'allow' });
    const { status } = await exchangeCode(server.endpoint, end.url, {
      ...client,
      client_secret: 'dev-secret-of-print-shop-00000000',
    });
    expect(status).toBe(200);
  });
});
