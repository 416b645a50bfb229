import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startManagement } from '../testing/management.ts';

let logto: Awaited<ReturnType<typeof startManagement>>;
beforeAll(async () => {
  logto = await startManagement();
});
afterAll(() => logto.close());

describe('roles', () => {
  it('are given, replaced and taken, but never those of machines', async () => {
    const { default: owner, other, machine } = logto.target.roles;
    const id = await logto.createPerson();
    const roles = (method: string, roleIds: unknown[]) =>
      logto.call(method, `/users/${id}/roles`, { body: { roleIds } });
    expect((await roles('POST', [owner?.id, other?.id])).json).toEqual({
      roleIds: [owner?.id, other?.id],
      addedRoleIds: [other?.id],
    });
    expect((await logto.call('GET', `/users/${id}/roles`)).headers.get('total-number')).toBe('2');
    expect((await roles('POST', [machine?.id])).json).toMatchObject({ code: 'user.invalid_role_type' });
    expect((await roles('PUT', ['nope'])).json).toMatchObject({ code: 'entity.not_exists_with_id' });
    expect((await roles('PUT', [other?.id])).json).toEqual({ roleIds: [other?.id] });
    expect((await logto.call('DELETE', `/users/${id}/roles/${other?.id}`)).status).toBe(204);
    expect((await logto.call('DELETE', `/users/${id}/roles/${other?.id}`)).json).toMatchObject({
      code: 'entity.not_found',
    });
  });
});

describe('organizations', () => {
  it('list their members with roles until those leave', async () => {
    const organization = logto.target.organization;
    const id = await logto.createPerson();
    const path = `/organizations/${organization?.id}/users`;
    const roleBody = { organizationRoleIds: [organization?.role.id] };
    expect((await logto.call('PUT', `${path}/${id}/roles`, { body: roleBody })).json).toMatchObject({
      code: 'organization.require_membership',
    });
    expect((await logto.call('POST', path, { body: { userIds: [id] } })).status).toBe(201);
    expect((await logto.call('PUT', `${path}/${id}/roles`, { body: roleBody })).status).toBe(204);
    expect((await logto.call('GET', `/users/${id}/organizations`)).json).toMatchObject([
      { id: organization?.id, name: organization?.name, organizationRoles: [organization?.role] },
    ]);
    expect((await logto.call('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await logto.call('DELETE', `${path}/${id}`)).json).toMatchObject({ code: 'entity.not_found' });
    expect((await logto.call('GET', `/users/${id}/organizations`)).json).toEqual([]);
  });
});

describe('logs', () => {
  it('hold what the token endpoint did, filtered by person, application, key and time', async () => {
    const { clientId } = logto.target.managementApi;
    const find = (query: string) => logto.call('GET', `/logs?page_size=1&${query}`);
    const { json } = await find(`applicationId=${clientId}&logKey=ExchangeTokenBy.ClientCredentials`);
    expect(json).toMatchObject([{ payload: { applicationId: clientId, result: 'Success' } }]);
    for (const query of ['logKey=Nope', 'userId=nobody', 'end_time=1'])
      expect((await find(query)).json).toEqual([]);
    expect((await find('start_time=2&end_time=1')).json).toMatchObject({ code: 'log.invalid_time_window' });
    expect((await find('start_time=abc')).json).toMatchObject({ code: 'guard.invalid_input' });
    expect((await logto.call('GET', '/logs/nope')).json).toMatchObject({ code: 'entity.not_exists_with_id' });
  });
});

describe('applications', () => {
  it('show how a third party presents itself', async () => {
    expect((await logto.call('GET', '/applications/print-shop')).json).toMatchObject({ isThirdParty: true });
    expect((await logto.call('GET', '/applications/print-shop/sign-in-experience')).json).toMatchObject({
      displayName: expect.any(String),
    });
    expect((await logto.call('GET', '/applications/account-web/sign-in-experience')).status).toBe(404);
  });
});
