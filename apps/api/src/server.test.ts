import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPassword, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { openStore } from '@account/procedures';
import { Problem } from '@account/procedures/schemas';
import { newDatabase } from '@account/procedures/testing/database';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { configFor, type Kit, startKit } from '../test/kit.ts';
import { buildServer } from './server.ts';

let kit: Kit;
let token: string;
let webRoot: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'web-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'index.html'), '<!doctype html><title>Account</title>');
  await writeFile(join(webRoot, 'assets/app-abc123.js'), 'export {}');
  kit = await startKit({ ACCOUNT_CORS_ORIGINS: 'https://portal.example.com' }, { webRoot });
  const person = { identifier: 'ada', password: demoPassword, scopes: ['account:read', 'account:write'] };
  token = (await signInByCodeFlow(kit.logto.endpoint, person)).accountToken;
});
afterAll(async () => {
  await kit.stop();
  await rm(webRoot, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(kit.url + path, { headers });
const call = (path: string, init: RequestInit = {}) =>
  fetch(`${kit.url}/trpc/${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...init.headers },
  });
const post = (body: string, init: RequestInit = {}) =>
  call('profile.update', { method: 'POST', body, ...init });

async function refusal(answer: Response) {
  const text = await answer.text();
  expect(text).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/);
  const body = JSON.parse(text);
  const { data } = (Array.isArray(body) ? body[0] : body).error;
  const { code, requestId } = Problem.parse(data.problem);
  expect(requestId).toBe(answer.headers.get('x-request-id'));
  return { status: answer.status, code };
}

describe('a procedure over HTTP', () => {
  it('answers a person who is signed in', async () => {
    const answer = await call('account.overview,profile.get?batch=1');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject([
      { result: { data: { name: 'Ada Lovelace' } } },
      { result: { data: { name: 'Ada Lovelace' } } },
    ]);
  });

  it('refuses without a token, with a problem that names the request', async () => {
    expect(await refusal(await call('account.overview', { headers: { authorization: '' } }))).toEqual({
      status: 401,
      code: 'SIGN_IN_REQUIRED',
    });
  });

  it.each([
    ['an unknown procedure', () => call('nothing.here'), 404, 'PROCEDURE_UNKNOWN'],
    ['a path of the prototype', () => call('__proto__.toString'), 404, 'PROCEDURE_UNKNOWN'],
    [
      'a query sent as a mutation',
      () => call('account.overview', { method: 'POST', body: '{}' }),
      405,
      'METHOD_NOT_ALLOWED',
    ],
    ['a mutation sent as a query', () => call('profile.update'), 405, 'METHOD_NOT_ALLOWED'],
    ['malformed JSON', () => post('{"name":'), 400, 'REQUEST_MALFORMED'],
    ['a body that is no object', () => post('[1]'), 400, 'INPUT_INVALID'],
    [
      'a form',
      () => post('name=x', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
      400,
      'REQUEST_MALFORMED',
    ],
    [
      'a file',
      () => post('x', { headers: { 'content-type': 'multipart/form-data; boundary=x' } }),
      400,
      'REQUEST_MALFORMED',
    ],
    ['an oversized body', () => post(JSON.stringify({ name: 'x'.repeat(70_000) })), 413, 'REQUEST_TOO_LARGE'],
    [
      'a batch of a hundred',
      () => call(`${Array(100).fill('profile.get').join()}?batch=1`),
      413,
      'REQUEST_TOO_LARGE',
    ],
    ['another method', () => call('profile.get', { method: 'PUT', body: '{}' }), 404, 'PROCEDURE_UNKNOWN'],
  ])('refuses %s clearly', async (_name, send, status, code) => {
    expect(await refusal(await send())).toEqual({ status, code });
  });

  it('takes the longest batch that a page sends', async () => {
    const answer = await call(`${Array(20).fill('account.overview').join()}?batch=1`);
    expect(await answer.json()).toHaveLength(20);
  });
});

describe('every answer', () => {
  it('carries a policy under which only our own files run', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain(`connect-src 'self' ${kit.logto.endpoint}`);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  it('lets only the configured origins in', async () => {
    const allowed = (origin: string) =>
      get('/config.json', { origin }).then(({ headers }) => headers.get('access-control-allow-origin'));
    expect(await allowed('https://portal.example.com')).toBe('https://portal.example.com');
    expect(await allowed('https://evil.example')).toBeNull();
  });

  it('about a person is kept by no browser and no proxy, whatever it says', async () => {
    const answers = [
      call('account.overview'),
      call('tokens.list'),
      post('{'),
      call('no.such'),
      get('/nothing.js'),
    ];
    for (const { url, headers } of await Promise.all(answers))
      expect(headers.get('cache-control'), url).toBe('no-store');
  });

  it('sets no cookie, is taken for nothing that it is not, and tells no other site where people come from', async () => {
    for (const { url, headers } of await Promise.all([
      get('/'),
      get('/config.json'),
      call('account.overview'),
    ])) {
      expect(headers.get('set-cookie'), url).toBeNull();
      expect(headers.get('x-content-type-options'), url).toBe('nosniff');
      expect(headers.get('referrer-policy'), url).toBe('no-referrer');
    }
  });

  it('names the request by an id that the caller cannot choose', async () => {
    const { headers } = await get('/health/live', { 'x-request-id': 'mine', 'request-id': 'mine' });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('the app', () => {
  it('learns where to sign in, and nothing secret', async () => {
    expect(await (await get('/config.json')).json()).toEqual({
      endpoint: kit.logto.endpoint,
      appId: 'account-web',
      supportAppId: 'account-support',
      resource: 'https://account.local/api',
      scopes: expect.arrayContaining(['account:read', 'account:write']),
      productName: null,
      redirectOrigins: [],
      brand: {
        logoUrl: `${kit.logto.endpoint}/dev/logos/brand.svg`,
        darkLogoUrl: `${kit.logto.endpoint}/dev/logos/brand-dark.svg`,
        termsUrl: 'https://harbor.example/terms',
        privacyUrl: 'https://harbor.example/privacy',
        supportUrl: 'https://harbor.example/help',
        supportEmail: 'help@harbor.example',
      },
    });
  });

  it('is served at every address of its own, and never in place of a missing file', async () => {
    const page = { accept: 'text/html' };
    expect(await (await get('/profile/name', page)).text()).toContain('<title>Account</title>');
    expect((await get('/callback?code=a.b&iss=https%3A%2F%2Fauth.example.com%2Foidc', page)).status).toBe(
      200,
    );
    expect((await get('/assets/gone-123.js', page)).status).toBe(404);
    expect((await get('/trpc/nothing', page)).headers.get('content-type')).toContain('json');
  });

  it('has the keys of Logto fetched while it starts, for those who come back with a token to verify', async () => {
    const link = (path: string) =>
      get(path, { accept: 'text/html' }).then(({ headers }) => headers.get('link'));
    expect(await link('/callback?code=x&state=y')).toContain(
      `<${kit.logto.endpoint}/oidc/jwks>; rel=preload`,
    );
    for (const path of ['/', '/callback?error=access_denied']) {
      expect(await link(path)).toBe(`<${kit.logto.endpoint}>; rel=preconnect; crossorigin`);
    }
  });

  it('is kept by the browser: its files for good, its page only until the next release', async () => {
    const cache = (path: string) =>
      get(path, { accept: '*/*' }).then(({ headers }) => headers.get('cache-control'));
    expect(await cache('/assets/app-abc123.js')).toContain('immutable');
    expect(await cache('/')).toBe('no-cache');
  });
});

describe('maintenance', () => {
  it('closes the API and asks to come back, while the app can still be loaded and the server counts as ready', async () => {
    const closed = await startKit({ ACCOUNT_MAINTENANCE: 'true' }, { webRoot });
    for (const path of ['/trpc/account.overview', '/%74rpc/account.overview', '/config.json']) {
      const answer = await fetch(closed.url + path);
      expect(answer.headers.get('retry-after')).toBe('60');
      expect(await refusal(answer)).toEqual({ status: 503, code: 'MAINTENANCE' });
    }
    const answer = await fetch(`${closed.url}/rest/account/overview`);
    expect(await answer.json()).toMatchObject({ status: 503, code: 'MAINTENANCE' });
    for (const path of ['/', '/brand/colors.css', '/health/ready'])
      expect((await fetch(closed.url + path)).status).toBe(200);
    await closed.stop();
  });

  it.each([
    { maintenance: 'true', left: 1 },
    { maintenance: 'false', left: 0 },
  ])('($maintenance) leaves what is due for later', async ({ maintenance, left }) => {
    const databaseUrl = await newDatabase();
    const store = await openStore({ databaseUrl });
    const columns = '(id, kind, person_id, sealed, expires_at)';
    await store.query(`insert into account.flows ${columns} values ('old', 'kind', 'person', '', $1)`, [
      new Date(0).toISOString(),
    ]);
    vi.useFakeTimers({ toFake: ['setInterval'] });
    const server = await startKit({ ACCOUNT_MAINTENANCE: maintenance, DATABASE_URL: databaseUrl });
    vi.advanceTimersByTime(60_000);
    vi.useRealTimers();
    // Whoever stops a server waits for what it has begun.
    await server.stop();
    expect(await store.query('select id from account.flows', [])).toHaveLength(left);
    await store.close();
  });
});

describe('Logto', () => {
  it('may be down when the server starts, and the server is ready once it is up', async () => {
    const logto = await startLogtoDev({ port: 0, quiet: true });
    await logto.close();
    const server = await buildServer(await configFor(logto.endpoint));
    const url = await server.listen({ host: '127.0.0.1', port: 0 });
    const status = (path: string) => fetch(url + path).then((answer) => answer.status);
    expect(await status('/health/live')).toBe(200);
    expect(await status('/health/ready')).toBe(503);
    const back = await startLogtoDev({ port: logto.port, quiet: true });
    await expect.poll(() => status('/health/ready'), { timeout: 15_000, interval: 250 }).toBe(200);
    await back.close();
    expect(await status('/health/live')).toBe(200);
    await server.close();
  });

  it('may be down later: the person is told that it is not their fault, and it goes on by itself', async () => {
    kit.logto.state.faults.push({ path: '/api/users/', count: 50, cut: 'before' });
    const now = { headers: { 'cache-control': 'no-cache' } };
    expect(await refusal(await call('account.overview', now))).toEqual({
      status: 503,
      code: 'LOGTO_UNAVAILABLE',
    });
    kit.logto.state.faults.length = 0;
    await expect
      .poll(() => call('account.overview', now).then(({ status }) => status), { timeout: 40_000 })
      .toBe(200);
  }, 45_000);
});
