import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword } from '../seed-data/people.ts';
import { refresh, requestToken, signIn } from '../testing/flow.ts';
import { field, startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement();
});
beforeEach(() => fetch(`${logto.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => logto.close());

describe('personal access tokens', () => {
  const create = (id: string, body: object) =>
    logto.call('POST', `/users/${id}/personal-access-tokens`, { body });

  it('are listed with their value', async () => {
    const id = await logto.createPerson();
    const { status, json } = await create(id, { name: 'laptop' });
    expect(status).toBe(201);
    expect(json).toEqual({
      tenantId: 'default',
      userId: id,
      name: 'laptop',
      value: expect.stringMatching(/^pat_[0-9A-Za-z]{32}$/),
      createdAt: expect.any(Number),
      expiresAt: null,
    });
    expect((await logto.call('GET', `/users/${id}/personal-access-tokens`)).json).toEqual([json]);
  });

  it('expire in milliseconds of the future, where zero means never', async () => {
    const id = await logto.createPerson();
    const seconds = Math.floor(Date.now() / 1000) + 86_400;
    expect((await create(id, { name: 'a', expiresAt: seconds })).json).toMatchObject({
      code: 'request.invalid_input',
    });
    expect((await create(id, { name: 'b', expiresAt: 0 })).json).toMatchObject({ expiresAt: 0 });
    expect((await create('nobody', { name: 'c' })).json).toMatchObject({
      code: 'entity.relation_foreign_key_not_found',
    });
  });

  it('are renamed and deleted by a name of any characters, in the body or in the path', async () => {
    const id = await logto.createPerson();
    const path = `/users/${id}/personal-access-tokens`;
    await create(id, { name: 'a/b ?#' });
    await create(id, { name: 'taken' });
    const rename = (currentName: string, name: string) =>
      logto.call('PATCH', path, { body: { currentName, name } });
    expect((await rename('a/b ?#', 'taken')).json).toMatchObject({
      code: 'user.personal_access_token_name_exists',
    });
    expect((await rename('nope', 'x')).json).toMatchObject({ code: 'entity.not_exists' });
    expect((await rename('a/b ?#', 'c/d')).json).toMatchObject({ name: 'c/d' });
    expect((await logto.call('DELETE', `${path}/c%2Fd`)).status).toBe(204);
    expect((await logto.call('POST', `${path}/delete`, { body: { name: 'c/d' } })).json).toMatchObject({
      code: 'entity.not_found',
    });
    expect((await logto.call('POST', `${path}/delete`, { body: { name: 'taken' } })).status).toBe(204);
  });
});

describe('sessions and grants', () => {
  const sessionsOf = async (id: string) => (await logto.call('GET', `/users/${id}/sessions`)).json;
  const grantsOf = async (id: string) => (await logto.call('GET', `/users/${id}/grants`)).json;

  const rows = (wanted: string, id: string) =>
    [...logto.state.oidc.values()].filter(({ kind, payload }) => kind === wanted && payload.accountId === id);

  async function signedIn() {
    const id = await logto.createPerson({ username: 'dora', password: demoPassword });
    const { tokens } = await signIn(logto.endpoint, 'dora');
    const [session] = rows('Session', id);
    return { id, refreshToken: tokens.refresh_token, uid: String(session?.payload.uid) };
  }

  it('are listed with their applications, in milliseconds', async () => {
    const { id, uid } = await signedIn();
    expect(await sessionsOf(id)).toMatchObject({
      sessions: [
        {
          payload: {
            uid,
            kind: 'Session',
            accountId: id,
            authorizations: { 'account-web': expect.anything() },
          },
          accountId: id,
        },
      ],
    });
    expect(await grantsOf(id)).toMatchObject({
      grants: [{ payload: { accountId: id }, application: { id: 'account-web', name: 'Account settings' } }],
    });
    const [session] = rows('Session', id);
    expect(await sessionsOf(id)).toMatchObject({
      sessions: [{ expiresAt: Number(session?.expiresAt) * 1000 }],
    });
    expect((await logto.call('GET', `/users/${id}/sessions/${uid}`)).status).toBe(200);
    expect(await sessionsOf('nobody')).toEqual({ sessions: [] });
  });

  it('end without the refresh token, unless its grant is revoked too', async () => {
    const { id, uid, refreshToken } = await signedIn();
    expect((await logto.call('DELETE', `/users/nobody/sessions/${uid}`)).json).toMatchObject({
      code: 'oidc.invalid_session_account_id',
    });
    expect((await logto.call('DELETE', `/users/${id}/sessions/${uid}`)).status).toBe(204);
    expect(await sessionsOf(id)).toEqual({ sessions: [] });
    expect((await refresh(logto.endpoint, refreshToken)).status).toBe(200);

    const again = await signIn(logto.endpoint, 'dora');
    const [session] = rows('Session', id);
    const path = `/users/${id}/sessions/${session?.payload.uid}?revokeGrantsTarget=all`;
    expect((await logto.call('DELETE', path)).status).toBe(204);
    expect((await refresh(logto.endpoint, again.tokens.refresh_token)).status).toBe(400);
  });

  it('lose a grant with all its tokens and its place in the session', async () => {
    const { id, refreshToken } = await signedIn();
    const [grant] = rows('Grant', id);
    expect((await logto.call('DELETE', `/users/nobody/grants/${grant?.id}`)).json).toMatchObject({
      code: 'oidc.invalid_grant',
    });
    expect((await logto.call('DELETE', `/users/${id}/grants/${grant?.id}`)).status).toBe(204);
    expect(await grantsOf(id)).toEqual({ grants: [] });
    expect(rows('Session', id)).toHaveLength(1);
    expect(rows('Session', id)[0]?.payload.authorizations).toEqual({});
    expect(rows('RefreshToken', id)).toEqual([]);
    expect((await refresh(logto.endpoint, refreshToken)).status).toBe(400);
  });

  it('are over for a suspended person, and stay so when the suspension is lifted', async () => {
    const { id, refreshToken } = await signedIn();
    const suspend = (isSuspended: boolean) =>
      logto.call('PATCH', `/users/${id}/is-suspended`, { body: { isSuspended } });
    await suspend(true);
    expect(await sessionsOf(id)).toEqual({ sessions: [] });
    expect((await refresh(logto.endpoint, refreshToken)).status).toBe(400);
    await suspend(false);
    expect((await refresh(logto.endpoint, refreshToken)).status).toBe(400);
  });

  it.each(['suspended', 'deleted'])('cannot be begun with a token of a %s person', async (fate) => {
    const { id } = await signedIn();
    const { json } = await logto.call('POST', `/users/${id}/personal-access-tokens`, {
      body: { name: 'key' },
    });
    const exchange = () =>
      requestToken(logto.endpoint, {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        client_id: 'account-web',
        subject_token: field(json, 'value'),
        subject_token_type: 'urn:logto:token-type:personal_access_token',
      });
    expect((await exchange()).status).toBe(200);
    if (fate === 'deleted') await logto.call('DELETE', `/users/${id}`);
    else await logto.call('PATCH', `/users/${id}/is-suspended`, { body: { isSuspended: true } });
    expect(await exchange()).toMatchObject({ status: 400, body: { code: 'oidc.invalid_grant' } });
  });
});
