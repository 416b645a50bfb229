import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { journal } from '../../store/schema.ts';

let kit: Kit;
let olga: Client;
let ben: Client;
const ids = { olga: 'olgalad00000', ben: 'benfranklin0' };

beforeAll(async () => {
  kit = await startKit();
  const clientOf = async (name: string) => {
    const token = await kit.tokenOf(name);
    return kit.client(token, await kit.stepUpOf(token));
  };
  [olga, ben] = [await clientOf('olga'), await clientOf('ben')];
});
afterAll(() => kit.stop());
beforeEach(() => {
  kit.logto.state.faults.length = 0;
  acme().members = new Map([[ids.olga, [...kit.logto.state.organizationRoles.keys()]]]);
});

function acme() {
  const [found] = kit.logto.state.organizations.values();
  if (!found) throw new Error('No organization');
  return found;
}

it('people see where they belong and what they are there, and nothing else of the organization', async () => {
  Object.assign(acme(), {
    branding: { logoUrl: 'https://logo.example/acme.svg' },
    customData: { plan: 'x' },
  });
  expect(await olga.organizations.list.query()).toEqual([
    {
      id: acme().id,
      name: 'Acme Studio',
      description: 'Makes things that last',
      logo: 'https://logo.example/acme.svg',
      logoDark: null,
      isMfaRequired: false,
      roles: [{ id: expect.any(String), name: 'member' }],
    },
  ]);
  expect(await ben.organizations.list.query()).toEqual([]);
});

it('a member may leave, even as the last one, and the journal knows what they left', async () => {
  expect(await olga.organizations.leave.mutate({ id: acme().id })).toEqual({
    id: acme().id,
    name: 'Acme Studio',
  });
  expect(acme().members.size).toBe(0);
  const lines = await kit.store.db.select().from(journal);
  expect(lines.find(({ event }) => event === 'organization.left')).toMatchObject({
    outcome: 'done',
    details: { name: 'Acme Studio', roles: ['member'] },
  });
});

it('nobody leaves where they do not belong, nor takes others along', async () => {
  for (const id of [acme().id, 'unknown', '..', '../users', `${acme().id}/users/${ids.olga}`]) {
    expect(await problemOf(ben.organizations.leave.mutate({ id })), id).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect([...acme().members.keys()]).toEqual([ids.olga]);
});

it('a membership that ends at the same moment is not mistaken for an account that is gone', async () => {
  kit.logto.state.faults.push({
    path: '/api/organizations/',
    method: 'DELETE',
    count: 1,
    status: 404,
    body: '{"code":"entity.not_found","message":"."}',
  });
  expect(await problemOf(olga.organizations.leave.mutate({ id: acme().id }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('leaving needs the right to change the account, not only to look at it', async () => {
  const token = await kit.tokenOf('olga', ['account:read']);
  const client = kit.client(token, await kit.stepUpOf(token));
  expect(await client.organizations.list.query()).toHaveLength(1);
  expect(await problemOf(client.organizations.leave.mutate({ id: acme().id }))).toMatchObject({
    code: 'SCOPE_MISSING',
    scope: 'account:write',
  });
});
