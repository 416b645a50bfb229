import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { authorizationPath, exchangeCode, refresh, requestToken } from '../testing/flow.ts';
import { field, startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement({ isEmpty: true });
});
afterAll(() => logto.close());

const post = (path: string, body: unknown) => logto.call('POST', path, { body });
const patch = (path: string, body: unknown) => logto.call('PATCH', path, { body });
const id = (reply: { json: unknown }) => field(reply.json, 'id');
const code = ({ status, json }: { status: number; json: unknown }) => [status, field(json, 'code')];

const indicator = 'https://shop.example/api';
const redirectUri = 'http://localhost:3499/callback';

/** A resource with a scope, and a default role that grants it. */
async function createAccess(name: string) {
  const resource = await post('/resources', { name, indicator: `${indicator}/${name}`, accessTokenTtl: 600 });
  const scope = await post(`/resources/${id(resource)}/scopes`, { name: `${name}:buy`, description: 'Buy' });
  const role = await post('/roles', { name, description: name, isDefault: true, scopeIds: [id(scope)] });
  return { resource, scope, role, indicator: `${indicator}/${name}` };
}

describe('an application made over the Management API', () => {
  it('signs people in at its addresses alone, with the scopes of the role that they got when they were made', async () => {
    const access = await createAccess('desk');
    const application = await post('/applications', {
      name: 'Desk',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [] },
      customClientMetadata: { corsAllowedOrigins: ['https://desk.example'], refreshTokenTtlInDays: 1 },
    });
    expect(application).toMatchObject({ status: 200, json: { customData: {}, isThirdParty: false } });
    await logto.createPerson({ username: 'kim', password: 'calm-meadow-71' });

    const client = { client_id: id(application), redirect_uri: redirectUri };
    const wanted = { ...client, resource: access.indicator, scope: 'openid offline_access desk:buy' };
    const stranger = createBrowser(logto.endpoint);
    const elsewhere = { ...wanted, redirect_uri: 'http://localhost:3499/else' };
    expect((await stranger.get(authorizationPath(elsewhere))).status).toBe(400);

    const browser = createBrowser(logto.endpoint);
    await browser.get(authorizationPath(wanted));
    const end = await browser.post('/sign-in', { identifier: 'kim', password: 'calm-meadow-71' });
    const { body } = await exchangeCode(logto.endpoint, end.url, client);
    const second = await refresh(logto.endpoint, body.refresh_token, {
      client_id: client.client_id,
      resource: access.indicator,
    });
    expect(second.body).toMatchObject({ scope: 'desk:buy', expires_in: 600 });
    const row = [...logto.state.oidc.values()].find(({ kind }) => kind === 'RefreshToken');
    expect(Number(row?.expiresAt) - Date.now() / 1000).toBeLessThan(24 * 3600 + 1);

    const answer = await fetch(`${logto.endpoint}/oidc/token/revocation`, {
      method: 'POST',
      headers: { origin: 'https://desk.example' },
      body: new URLSearchParams({ client_id: client.client_id, token: 'x' }),
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://desk.example');
  });

  it('for a machine has secrets apart from it, and the scopes of its roles', async () => {
    const machine = await post('/applications', { name: 'Robot', type: 'MachineToMachine' });
    expect(machine.json).not.toHaveProperty('secret');
    const path = `/applications/${id(machine)}`;
    const first = await logto.call('GET', `${path}/secrets`);
    const second = await post(`${path}/secrets`, { name: 'next' });
    expect(first.json).toMatchObject([{ name: 'Default secret', expiresAt: null }]);
    expect(code(await post(`${path}/secrets`, { name: 'next' }))).toEqual([
      422,
      'application.secret_name_exists',
    ]);

    const token = async (secret: string) =>
      requestToken(logto.endpoint, {
        grant_type: 'client_credentials',
        resource: logto.target.managementApi.resource,
        scope: 'all',
        client_id: id(machine),
        client_secret: secret,
      });
    expect((await token(field(second.json, 'value'))).body).not.toHaveProperty('scope');
    const roles = await logto.call('GET', '/roles?type=MachineToMachine');
    const [role] = Array.isArray(roles.json) ? roles.json : [];
    expect(await post(`${path}/roles`, { roleIds: [role.id] })).toMatchObject({
      status: 201,
      json: { addedRoleIds: [role.id] },
    });
    expect((await token(field(second.json, 'value'))).body).toMatchObject({ scope: 'all' });
    await logto.call('DELETE', `${path}/secrets/next`);
    expect((await token(field(second.json, 'value'))).body).toMatchObject({ error: 'invalid_client' });
    expect((await logto.call('DELETE', path)).status).toBe(204);
    expect(code(await logto.call('GET', path))).toEqual([404, 'entity.not_exists_with_id']);
  });

  it('keeps what a change does not name, and loses what a change of metadata leaves out', async () => {
    const application = await post('/applications', {
      name: 'Old',
      type: 'SPA',
      oidcClientMetadata: { redirectUris: [redirectUri], postLogoutRedirectUris: [], logoUri: 'x' },
      customData: { a: 1 },
    });
    const path = `/applications/${id(application)}`;
    const oidcClientMetadata = { redirectUris: [], postLogoutRedirectUris: [] };
    expect((await patch(path, { oidcClientMetadata })).json).toMatchObject({
      name: 'Old',
      customData: { a: 1 },
    });
    expect((await logto.call('GET', path)).json).not.toHaveProperty('oidcClientMetadata.logoUri');
    expect((await patch(`${path}/custom-data`, { b: 2 })).json).toEqual({ a: 1, b: 2 });
    expect(code(await patch(path, { oidcClientMetadata: { redirectUris: ['javascript:x'] } }))[0]).toBe(400);
    expect((await logto.call('GET', '/applications?search=%25old%25&types=SPA')).json).toHaveLength(1);
  });
});

describe('resources, scopes and roles', () => {
  it('have names of their own, and the Management API cannot be changed or given to people', async () => {
    const { resource, scope, role } = await createAccess('shop');
    const path = `/resources/${id(resource)}/scopes`;
    expect(code(await post('/resources', { name: 'x', indicator: `${indicator}/shop` }))).toEqual([
      422,
      'resource.resource_identifier_in_use',
    ]);
    expect(code(await post(path, { name: 'shop:buy' }))).toEqual([422, 'scope.name_exists']);
    expect(code(await post(path, { name: 'a b' }))).toEqual([400, 'scope.name_with_space']);
    expect(code(await post('/roles', { name: 'shop', description: 'x' }))).toEqual([422, 'role.name_in_use']);
    expect(code(await post(`/roles/${id(role)}/scopes`, { scopeIds: [id(scope)] }))).toEqual([
      422,
      'role.scope_exists',
    ]);
    const [management] = logto.state.resources.values();
    const all = management?.scopes[0]?.id;
    expect(code(await patch(`/resources/${management?.id}`, { name: 'x' }))).toEqual([
      400,
      'resource.cannot_modify_management_api',
    ]);
    expect(code(await post(`/roles/${id(role)}/scopes`, { scopeIds: [all] }))).toEqual([
      400,
      'role.management_api_scopes_not_assignable_to_user_role',
    ]);
  });

  it('leave no trace in one another when they go', async () => {
    const { resource, scope, role } = await createAccess('past');
    const person = await logto.createPerson({ username: 'past' });
    expect((await logto.call('GET', `/roles/${id(role)}/scopes`)).json).toMatchObject([
      { name: 'past:buy', resource: { id: id(resource), accessTokenTtl: 600 } },
    ]);
    expect((await logto.call('GET', '/resources?includeScopes=true')).text).toContain('past:buy');
    await logto.call('DELETE', `/resources/${id(resource)}`);
    expect((await logto.call('GET', `/roles/${id(role)}/scopes`)).json).toEqual([]);
    await logto.call('DELETE', `/roles/${id(role)}`);
    expect((await logto.call('GET', `/users/${person}/roles`)).text).not.toContain(id(role));
    expect(code(await logto.call('DELETE', `${`/resources/${id(resource)}/scopes`}/${id(scope)}`))[0]).toBe(
      404,
    );
  });

  it('come to many people at once, and never twice', async () => {
    const role = await post('/roles', { name: 'late', description: 'Given afterwards' });
    const path = `/roles/${id(role)}/users`;
    const people = [await logto.createPerson(), await logto.createPerson()];
    expect((await logto.call('GET', `/users?excludeRoleId=${id(role)}`)).headers.get('total-number')).toBe(
      String(logto.state.users.size),
    );
    const created = await post(path, { userIds: people });
    expect([created.status, created.text]).toEqual([201, 'Created']);
    expect(code(await post(path, { userIds: people }))).toEqual([422, 'role.user_exists']);
    expect((await logto.call('GET', path)).headers.get('total-number')).toBe('2');
  });
});

describe('a connector', () => {
  it('is one of the kinds there are, once, and replaces the one that sent codes before', async () => {
    const kinds = async () => (await logto.call('GET', '/connectors')).text;
    const email = await post('/connectors', { connectorId: 'mock-email-service' });
    expect((await post('/connectors', { connectorId: 'mock-email-service' })).status).toBe(200);
    expect(await kinds()).not.toContain(id(email));
    const github = { connectorId: 'github-universal', config: { clientId: 'a', clientSecret: 'b' } };
    expect((await post('/connectors', github)).json).toMatchObject({
      target: 'github',
      config: github.config,
    });
    expect(code(await post('/connectors', github))).toEqual([
      422,
      'connector.multiple_instances_not_supported',
    ]);
    expect(code(await post('/connectors', { connectorId: 'oidc' }))[1]).toBe(
      'connector.should_specify_target',
    );
    expect(code(await post('/connectors', { connectorId: 'nope' }))[0]).toBe(422);
    const company = await post('/connectors', { connectorId: 'oidc', metadata: { target: 'company' } });
    expect((await logto.call('DELETE', `/connectors/${id(company)}`)).status).toBe(204);
    expect(await kinds()).not.toContain('company');
  });
});

describe('a hook', () => {
  it('is told what happened to a person, signed, once, and only while it is enabled', async () => {
    const received: { signature: string; body: string }[] = [];
    const receiver = createServer(async (request, response) => {
      received.push({
        signature: String(request.headers['logto-signature-sha-256']),
        body: await text(request),
      });
      response.writeHead(500).end();
      receiver.emit('delivery');
    }).listen(0, 'localhost');
    await once(receiver, 'listening');
    const address = receiver.address();
    const url = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/hook`;
    const events = ['User.Data.Updated', 'User.SuspensionStatus.Updated', 'User.Deleted'];
    const hook = await post('/hooks', { name: 'Account', events, config: { url } });
    expect(code(await post('/hooks', { config: { url } }))).toEqual([400, 'hook.missing_events']);
    const userId = await logto.createPerson({ username: 'hooked' });

    const delivered = async (request: Promise<unknown>) => {
      await Promise.all([once(receiver, 'delivery'), request]);
      const { signature, body } = received.at(-1) ?? { signature: '', body: '' };
      expect(signature).toBe(createHmac('sha256', field(hook.json, 'signingKey')).update(body).digest('hex'));
      return JSON.parse(body);
    };
    expect(await delivered(patch(`/users/${userId}`, { name: 'H' }))).toMatchObject({
      hookId: id(hook),
      event: 'User.Data.Updated',
      path: `/users/${userId}`,
      matchedRoute: '/users/:userId',
      params: { userId },
      data: { id: userId, name: 'H' },
    });
    expect(await delivered(patch(`/users/${userId}/is-suspended`, { isSuspended: true }))).toMatchObject({
      event: 'User.SuspensionStatus.Updated',
      data: { isSuspended: true },
    });
    await patch(`/hooks/${id(hook)}`, { enabled: false });
    await patch(`/users/${userId}`, { name: 'Unheard' });
    await patch(`/hooks/${id(hook)}`, { enabled: true });
    expect(await delivered(logto.call('DELETE', `/users/${userId}`))).toMatchObject({
      event: 'User.Deleted',
      status: 204,
      data: { id: userId, name: 'Unheard' },
    });
    expect(received).toHaveLength(3);
    receiver.close();
  });
});

describe('the token of a machine', () => {
  it('is not accepted with an expired secret', async () => {
    const { body } = await requestToken(logto.endpoint, {
      grant_type: 'client_credentials',
      resource: logto.target.managementApi.resource,
      scope: 'all',
      client_id: logto.bootstrap.appId,
      client_secret: logto.bootstrap.appSecret,
    });
    expect(decodeJwt(String(body.access_token)).sub).toBe(logto.bootstrap.appId);
    const secret = logto.state.applications.get(logto.bootstrap.appId)?.secrets[0];
    if (secret) secret.expiresAt = Date.now() - 1;
    expect(
      await requestToken(logto.endpoint, {
        grant_type: 'client_credentials',
        resource: logto.target.managementApi.resource,
        client_id: logto.bootstrap.appId,
        client_secret: logto.bootstrap.appSecret,
      }),
    ).toMatchObject({ status: 400, body: { error_description: 'client secret has expired' } });
  });
});
