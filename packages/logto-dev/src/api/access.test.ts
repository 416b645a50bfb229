import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineToken, startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement();
});
afterAll(() => logto.close());

describe('access to the Management API', () => {
  it('needs a token, and looks at it before anything else', async () => {
    const { status, json } = await logto.call('PATCH', '/users/nobody', { token: null, body: { name: 1 } });
    expect(status).toBe(401);
    expect(json).toMatchObject({ code: 'auth.authorization_header_missing', message: expect.any(String) });
  });

  it('needs the scheme Bearer, spelled so', async () => {
    const { status, json } = await logto.call('GET', '/users', { headers: { authorization: 'bearer x' } });
    expect(status).toBe(401);
    expect(json).toMatchObject({
      code: 'auth.authorization_token_type_not_supported',
      data: { supportedTypes: ['Bearer'] },
    });
  });

  it('refuses a token that this server did not sign for this API', async () => {
    for (const token of ['nonsense', 'a.b.c', ''])
      expect((await logto.call('GET', '/users', { token })).json).toMatchObject({
        code: 'auth.unauthorized',
      });
  });

  it('refuses a token without the scope "all", also of a client that may not have it', async () => {
    const { managementApi, clientWithoutRole } = logto.target;
    const unscoped = await machineToken(managementApi, '');
    const roleless = await machineToken({ ...managementApi, ...clientWithoutRole });
    for (const { indicator, scopes } of logto.state.resources.values())
      if (indicator === managementApi.resource)
        scopes.push({ id: 'look', name: 'look', description: null, createdAt: 0 });
    for (const { scopeIds, type } of logto.state.roles.values())
      if (type === 'MachineToMachine') scopeIds.push('look');
    const narrow = await machineToken(managementApi, 'look');
    expect(decodeJwt(narrow).scope).toBe('look');
    for (const token of [unscoped, roleless, narrow])
      expect(await logto.call('GET', '/users', { token })).toMatchObject({
        status: 403,
        json: { code: 'auth.forbidden' },
      });
  });

  it('does not let a browser of another origin in', async () => {
    const headers = { origin: 'http://localhost:5173' };
    const { status, headers: answered } = await logto.call('GET', '/users', { headers });
    expect(status).toBe(200);
    expect(answered.has('access-control-allow-origin')).toBe(false);
  });

  it('answers unknown paths and methods in plain text', async () => {
    const path = await logto.call('GET', '/nothing-here');
    expect([path.status, path.text]).toEqual([404, 'Not Found']);
    const method = await logto.call('PUT', '/users');
    expect(method.status).toBe(405);
    expect(method.headers.get('allow')).toContain('POST');
  });
});

describe('answers of the Management API', () => {
  it('have an entity tag that spares an unchanged read', async () => {
    const id = await logto.createPerson();
    const tag = (await logto.call('GET', `/users/${id}`)).headers.get('etag') ?? '';
    // Without a cache-control of ours, fetch adds "no-cache", which asks for a full answer.
    const headers = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    expect(await logto.call('GET', `/users/${id}`, { headers })).toMatchObject({ status: 304, text: '' });
    await logto.call('PATCH', `/users/${id}`, { body: { name: 'New' } });
    expect((await logto.call('GET', `/users/${id}`, { headers })).status).toBe(200);
  });

  it('follow the language of the request with their text, not with their code', async () => {
    const ask = async (language: string) =>
      (await logto.call('GET', '/users/nobody', { headers: { 'accept-language': language } })).json;
    const [german, english, unknown] = [await ask('de'), await ask('en'), await ask('xx')];
    expect(german).toMatchObject({ code: 'entity.not_found' });
    expect(german).not.toEqual(english);
    expect(unknown).toEqual(english);
  });

  it('name every wrong field of a body', async () => {
    const { status, json } = await logto.call('POST', '/users', { body: { name: 1, primaryEmail: 'x' } });
    expect(status).toBe(400);
    expect(json).toMatchObject({
      code: 'guard.invalid_input',
      details: expect.stringContaining('primaryEmail'),
      data: {
        name: 'ZodError',
        issues: expect.arrayContaining([
          expect.objectContaining({ path: ['name'] }),
          expect.objectContaining({ path: ['primaryEmail'] }),
        ]),
      },
    });
  });

  it('have no code when the body is no JSON object, and are a plain 404 when it is too large', async () => {
    for (const body of ['{"a"', '"text"', 'null', '{"__proto__":{"x":1}}']) {
      const { status, json } = await logto.call('POST', '/users', { body });
      expect([status, json]).toEqual([400, { message: expect.any(String) }]);
    }
    const large = await logto.call('POST', '/users', { body: { name: 'a'.repeat(1_100_000) } });
    expect([large.status, large.text]).toEqual([404, 'Not Found']);
  });

  it('come in pages with their number and links', async () => {
    await logto.createPerson();
    const { headers } = await logto.call('GET', '/users?page=2&page_size=1');
    expect(Number(headers.get('total-number'))).toBe(logto.state.users.size);
    expect(headers.get('link')).toContain(`<${logto.endpoint}/users?page=1&page_size=1>; rel="first"`);
    expect(headers.get('link')).toMatch(/rel="first".*rel="prev".*rel="last".*rel="next"/);
    for (const query of ['page=0', 'page=x', 'page_size=101'])
      expect((await logto.call('GET', `/users?${query}`)).json).toMatchObject({
        code: 'guard.invalid_pagination',
      });
  });
});
