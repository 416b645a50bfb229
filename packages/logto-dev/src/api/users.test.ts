import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement();
});
afterAll(() => logto.close());

const patch = (id: string, body: unknown) => logto.call('PATCH', `/users/${id}`, { body });

describe('people', () => {
  it('are created with 200, the default role and nothing secret in the answer', async () => {
    const body = { username: 'dora', password: '1', primaryEmail: 'Dora@Example.com', id: 'chosen' };
    const { status, json } = await logto.call('POST', '/users', { body });
    expect(status).toBe(200);
    expect(json).toEqual({
      id: expect.stringMatching(/^[0-9a-z]{12}$/),
      username: 'dora',
      primaryEmail: 'Dora@Example.com',
      primaryPhone: null,
      name: null,
      avatar: null,
      customData: {},
      identities: {},
      lastSignInAt: null,
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
      profile: {},
      applicationId: null,
      cimdClientId: null,
      isSuspended: false,
      hasPassword: true,
    });
  });

  it('never share an e-mail address in any case, a phone number in any spelling or a username', async () => {
    await logto.createPerson({
      username: 'eve',
      primaryEmail: 'eve@example.com',
      primaryPhone: '610412345678',
    });
    const id = await logto.createPerson();
    expect((await patch(id, { primaryEmail: 'EVE@example.com' })).json).toMatchObject({
      code: 'user.email_already_in_use',
    });
    for (const primaryPhone of ['61412345678', '610412345678'])
      expect((await patch(id, { primaryPhone })).json).toMatchObject({
        code: 'user.phone_already_in_use',
      });
    expect((await patch(id, { username: 'eve' })).json).toMatchObject({
      code: 'user.username_already_in_use',
    });
    expect((await patch(id, { username: 'EVE' })).status).toBe(200);
  });

  it('cannot take one name twice at the same moment', async () => {
    const body = { username: 'twin', password: 'x' };
    const create = () => logto.call('POST', '/users', { body });
    const statuses = (await Promise.all([create(), create(), create()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 422, 422]);
  });

  it('report the e-mail first in a change and the username first in a creation', async () => {
    await logto.createPerson({ username: 'fay', primaryEmail: 'fay@example.com' });
    const body = { username: 'fay', primaryEmail: 'fay@example.com' };
    const id = await logto.createPerson();
    expect((await patch(id, body)).json).toMatchObject({ code: 'user.email_already_in_use' });
    expect((await logto.call('POST', '/users', { body })).json).toMatchObject({
      code: 'user.username_already_in_use',
    });
  });

  it('have their phone number stored without the national zero', async () => {
    const id = await logto.createPerson();
    expect((await patch(id, { primaryPhone: '610498765432' })).json).toMatchObject({
      primaryPhone: '61498765432',
    });
    expect((await patch(id, { primaryPhone: '1' })).json).toMatchObject({ code: 'user.invalid_phone' });
  });

  it('lose a field by null or an empty text, and a change of nothing is refused', async () => {
    const id = await logto.createPerson({ name: 'N', avatar: 'https://a.example/a.png' });
    expect((await patch(id, { name: null, avatar: '' })).json).toMatchObject({ name: null, avatar: null });
    for (const body of [{}, { isSuspended: true }])
      expect(await patch(id, body)).toMatchObject({ status: 422, json: { code: 'entity.invalid_input' } });
  });

  it('keep all they had when one value is too long for its column', async () => {
    const id = await logto.createPerson({ name: 'Short' });
    const { status, json } = await patch(id, { avatar: null, name: 'a'.repeat(129) });
    expect([status, json]).toMatchObject([422, { code: 'entity.value_too_long' }]);
    expect((await patch(id, { name: '🚀'.repeat(64) })).status).toBe(200);
  });

  it('can be searched by field, pattern and case', async () => {
    const id = await logto.createPerson({ name: 'Zoe Quill', username: 'zoe_q' });
    const find = async (query: string) => (await logto.call('GET', `/users?${query}`)).json;
    for (const query of [
      'search=%25Quill%25',
      'search.name=zoe%25',
      'search.username=ZOE_Q&mode.username=exact',
      'search.name=%5EZoe&mode.name=posix&isCaseSensitive=true',
      'search.name=Zoe%25&search.username=zoe%25&joint=and',
    ])
      expect(await find(query)).toMatchObject([{ id }]);
    for (const query of ['search.username=ZOE_Q&mode.username=exact&isCaseSensitive=1', 'search.name=Quill'])
      expect(await find(query)).toEqual([]);
    for (const query of ['search.shoeSize=1', 'search=', 'excludeRoleId=a&excludeOrganizationId=b'])
      expect(await find(query)).toMatchObject({ code: 'request.invalid_input' });
  });

  it('have profile and custom data replaced as a whole here, and merged at the top by the routes of their own', async () => {
    const id = await logto.createPerson({
      profile: { givenName: 'A', nickname: 'B' },
      customData: { a: 1, b: 2 },
    });
    const { json: profile } = await logto.call('PATCH', `/users/${id}/profile`, {
      body: { profile: { nickname: '', address: { country: 'FR' }, shoeSize: 1 } },
    });
    expect(profile).toEqual({ givenName: 'A', nickname: '', address: { country: 'FR' } });
    const { json: data } = await logto.call('PATCH', `/users/${id}/custom-data`, {
      body: { customData: { b: null } },
    });
    expect(data).toEqual({ a: 1, b: null });
    expect((await patch(id, { profile: { locale: 'fr' }, customData: {} })).json).toMatchObject({
      profile: { locale: 'fr' },
      customData: {},
    });
    expect((await logto.call('GET', `/users/${id}`)).json).toMatchObject({ profile: { locale: 'fr' } });
    expect(
      (await logto.call('PATCH', `/users/${id}/profile`, { body: { profile: { nickname: null } } })).status,
    ).toBe(400);
  });

  it('are gone after a deletion, with their identifiers free again', async () => {
    const body = { username: 'gone', primaryEmail: 'gone@example.com' };
    const id = await logto.createPerson(body);
    expect(await logto.call('DELETE', `/users/${id}`)).toMatchObject({ status: 204, text: '' });
    expect((await logto.call('DELETE', `/users/${id}`)).json).toMatchObject({ code: 'entity.not_found' });
    expect((await logto.call('POST', '/users', { body })).status).toBe(200);
  });
});

describe('the password of a person', () => {
  it('is changed without any policy and verified without any limit', async () => {
    const id = await logto.createPerson();
    const verify = (password: string) =>
      logto.call('POST', `/users/${id}/password/verify`, { body: { password } });
    expect((await verify('x')).json).toMatchObject({ code: 'session.invalid_credentials' });
    expect(
      (await logto.call('PATCH', `/users/${id}/password`, { body: { password: 'x' } })).json,
    ).toMatchObject({
      hasPassword: true,
    });
    expect(await verify('y')).toMatchObject({ status: 422, json: { code: 'session.invalid_credentials' } });
    expect(await verify('x')).toMatchObject({ status: 204, text: '' });
    expect((await logto.call('GET', `/users/${id}/has-password`)).json).toEqual({ hasPassword: true });
  });

  it('may be imported as another hash, which the first right try replaces', async () => {
    const passwordDigest = '900150983cd24fb0d6963f7d28e17f72';
    const id = await logto.createPerson({ passwordAlgorithm: 'MD5', passwordDigest });
    expect(
      (await logto.call('POST', `/users/${id}/password/verify`, { body: { password: 'abc' } })).status,
    ).toBe(204);
    expect((await logto.call('GET', `/users/${id}?includePasswordHash=yes`)).json).toMatchObject({
      passwordAlgorithm: 'Argon2i',
      passwordDigest: expect.stringMatching(/^\$argon2i\$/),
    });
  });

  it('is held against the policy by its own route, which has an answer of its own shape', async () => {
    const userId = await logto.createPerson({ username: 'quietbadger' });
    const check = (body: object) => logto.call('POST', '/sign-in-exp/default/check-password', { body });
    expect((await check({ password: 'Meadow8-Lighthouse?', userId })).json).toEqual({ result: true });
    const refused = await check({ password: 'quietbadger', userId });
    expect([refused.status, refused.json]).toEqual([
      400,
      { result: false, issues: [{ code: 'password_rejected.restricted.user_info' }] },
    ]);
    expect((await check({ password: 'Meadow8-Lighthouse?' })).json).toMatchObject({
      code: 'request.invalid_input',
    });
  });

  it('only expires under a policy', async () => {
    const id = await logto.createPerson({ password: 'x' });
    const { json } = await logto.call('PATCH', `/users/${id}/password/expiration`, {
      body: { isExpired: true },
    });
    expect(json).toMatchObject({ code: 'sign_in_experiences.password_expiration_not_enabled' });
  });
});
