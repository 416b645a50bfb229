import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { journalOf, leave } from '../../../test/departures.ts';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { Scope } from '../../schemas.ts';

const ids = {
  ada: 'adalovelace0',
  ben: 'benfranklin0',
  alan: 'alanturing00',
  sofia: 'sofiakowalew',
  sam: 'samsuspended',
  erin: 'erinbrook000',
  olga: 'olgalad00000',
  grace: 'gracehopper0',
};
const reason = 'asked for it on the phone';

let kit: Kit;
let graceToken: string;
let grace: Client;

beforeAll(async () => {
  kit = await startKit();
  graceToken = await kit.tokenOf('grace');
  grace = kit.client(graceToken, await kit.stepUpOf(graceToken));
});
afterAll(() => kit.stop());
beforeEach(() => kit.store.query('delete from account.limits', []));

function person(id: string) {
  const found = kit.logto.state.users.get(id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}
const supportRole = () => person(ids.grace).roleIds.at(-1) ?? '';
const sessionsOf = (id: string) => kit.management.users.sessions.list(id);

/** Everything that an agent can do to somebody, with something of that person's to do it to. */
const acts: Record<string, (client: Client, personId: string) => Promise<unknown>> = {
  suspend: (client, personId) => client.support.suspend.mutate({ personId, reason }),
  lift: (client, personId) => client.support.lift.mutate({ personId, reason }),
  signOutEverywhere: (client, personId) => client.support.signOutEverywhere.mutate({ personId, reason }),
  removeFactor: (client, personId) => client.support.removeFactor.mutate({ personId, reason, id: 'x' }),
  removeIdentity: (client, personId) =>
    client.support.removeIdentity.mutate({ personId, reason, target: 'github' }),
  replaceIdentity: (client, personId) =>
    client.support.replaceIdentity.mutate({
      personId,
      reason,
      target: 'github',
      identity: { userId: '1' },
    }),
};

describe('somebody of the support', () => {
  it('finds people by what they say about themselves', async () => {
    const find = async (query: Parameters<typeof grace.support.find.mutate>[0]) =>
      (await grace.support.find.mutate(query)).people.map(({ id }) => id);
    expect(await find({ by: 'id', text: ids.ada })).toEqual([ids.ada]);
    expect(await find({ by: 'email', text: 'ADA@Harbor.example' })).toEqual([ids.ada]);
    expect(await find({ by: 'phone', text: '+1 (202) 555-0142' })).toEqual([ids.ada]);
    expect(await find({ by: 'username', text: 'ben' })).toEqual([ids.ben]);
    expect(await find({ by: 'name', text: 'love' })).toEqual([ids.ada]);
    expect(await find({ text: 'harbor.example' })).toContain(ids.sam);
    expect(await find({ text: '%%' })).toEqual([]);
    expect(await find({ text: '__' })).toEqual([]);
  });

  it('turns the pages of what was found', async () => {
    const page = (number: number) =>
      grace.support.find.mutate({ text: 'harbor.example', page: number, pageSize: 2 });
    const [one, two] = [await page(1), await page(2)];
    expect(one.people).toHaveLength(2);
    expect(one.totalCount).toBeGreaterThan(2);
    expect(two.people.map(({ id }) => id)).not.toEqual(one.people.map(({ id }) => id));
  });

  it('sees an account as its owner does, without any secret', async () => {
    await kit.tokenOf('ada');
    const account = await grace.support.get.query({ personId: ids.ada });
    expect(account).toMatchObject({
      person: { id: ids.ada, username: 'ada', email: 'ada@harbor.example', hasPassword: true },
      departure: null,
      social: [{ target: 'github' }],
      supportActions: [],
    });
    expect(account.sessions[0]).toMatchObject({ apps: ['Account settings'] });
    expect(account.tokens.map(({ name }) => name)).toContain('Laptop');
    expect(account.activity.items.length).toBeGreaterThan(0);
    // Whoever followed that way would add a passkey to their own account.
    expect(JSON.stringify(account.mfa)).not.toContain('/account/passkey/add');
    const text = JSON.stringify([account, await grace.support.get.query({ personId: ids.alan })]);
    for (const secret of ['pat_', 'JBSWY3DPEHPK3PXP', 'c0de0', '$argon2']) expect(text).not.toContain(secret);
  });

  it('is told that there is nobody with that id, and stays signed in', async () => {
    expect(await problemOf(grace.support.get.query({ personId: 'nobody000000' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    for (const act of Object.values(acts)) {
      expect(await problemOf(act(grace, 'nobody000000'))).toMatchObject({ code: 'NOT_FOUND' });
    }
    kit.logto.state.faults.push({
      path: `/api/users/${ids.olga}/is-suspended`,
      count: 1,
      status: 404,
      body: '{"code":"entity.not_found","message":"."}',
    });
    const gone = grace.support.suspend.mutate({ personId: ids.olga, reason });
    expect(await problemOf(gone)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each(['', 'no', ' a ', 'x'.repeat(501), 'a\u202eb c', 'a\nbcd'])(
    'gives a reason that others can read: not %j',
    async (bad) => {
      expect(
        await problemOf(grace.support.suspend.mutate({ personId: ids.olga, reason: bad })),
      ).toMatchObject({ code: 'INPUT_INVALID', fields: [{ path: 'reason' }] });
      expect(person(ids.olga).isSuspended).toBe(false);
    },
  );

  it('acts on sixty accounts an hour at most, on all servers together', async () => {
    const other = await startKit({ databaseUrl: kit.databaseUrl, logto: kit.logto });
    await kit.store.query(
      'insert into account.limits (key, points, expire) values ($1, 60, $2) on conflict (key) do update set points = 60',
      [`support:${ids.grace}`, Date.now() + 60_000],
    );
    const there = other.client(graceToken, await other.stepUpOf(graceToken));
    expect(await problemOf(acts.suspend?.(there, ids.olga) ?? Promise.reject())).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
    expect(person(ids.olga).isSuspended).toBe(false);
    await other.stop();
  });
});

describe('nobody', () => {
  it('without the scope can do any of it, although they may do everything else', async () => {
    const token = await kit.tokenOf('ada');
    const ada = kit.client(token, await kit.stepUpOf(token));
    for (const act of [
      ...Object.values(acts),
      (client: Client, personId: string) => client.support.get.query({ personId }),
      (client: Client) => client.support.find.mutate({ text: 'ben' }),
    ]) {
      expect(await problemOf(act(ada, ids.ben))).toMatchObject({ code: 'SCOPE_MISSING' });
    }
    // What a stranger tries is not in the feed of the person whom they name.
    expect((await journalOf(kit.store, ids.ben)).filter((line) => line.startsWith('support'))).toEqual([]);
  });

  it('acts without having proven a moment ago who they are', async () => {
    const unproven = kit.client(graceToken);
    for (const act of Object.values(acts)) {
      expect(await problemOf(act(unproven, ids.olga))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    }
  });

  it('acts on themselves, nor on somebody else of the support by whatever role', async () => {
    const refusal = { code: 'NOT_AVAILABLE', reason: 'SUPPORT_STAFF' };
    const state = kit.logto.state;
    const [organization] = state.organizations.values();
    const [memberRole] = state.organizationRoles.values();
    const scopeId = state.roles.get(supportRole())?.scopeIds.at(0) ?? '';
    for (const act of Object.values(acts)) {
      expect(await problemOf(act(grace, ids.grace))).toMatchObject(refusal);
      person(ids.erin).roleIds.push(supportRole());
      expect(await problemOf(act(grace, ids.erin))).toMatchObject(refusal);
      person(ids.erin).roleIds.pop();
      if (!memberRole || !organization) throw new Error('There is no organization');
      organization.members.set(ids.erin, [memberRole.id]);
      memberRole.resourceScopeIds = [scopeId];
      expect(await problemOf(act(grace, ids.erin))).toMatchObject(refusal);
      memberRole.resourceScopeIds = [];
    }
    expect(await journalOf(kit.store, ids.erin)).toEqual([]);
  });

  it('but who the operator allows acts on colleagues, and still not on themselves', async () => {
    const lenient = await startKit({
      databaseUrl: kit.databaseUrl,
      logto: kit.logto,
      support: { onStaff: true },
    });
    const client = lenient.client(graceToken, await lenient.stepUpOf(graceToken));
    person(ids.erin).roleIds.push(supportRole());
    expect(await client.support.signOutEverywhere.mutate({ personId: ids.erin, reason })).toEqual({
      count: 0,
    });
    person(ids.erin).roleIds.pop();
    expect(await problemOf(client.support.suspend.mutate({ personId: ids.grace, reason }))).toMatchObject({
      code: 'NOT_AVAILABLE',
    });
    await lenient.stop();
  });

  it('of the support reaches others by the procedures for one’s own account', async () => {
    const [session] = await sessionsOf(ids.ada);
    const uid = session?.payload.uid ?? '';
    expect(await problemOf(grace.sessions.remove.mutate({ id: uid }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await problemOf(grace.tokens.remove.mutate({ name: 'Laptop' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await grace.account.overview.query()).id).toBe(ids.grace);
  });
});

it('only who is asked for the scope gets it: the settings app does not ask', async () => {
  const own = Scope.options.filter((scope) => scope !== 'account:support');
  const client = kit.client(await kit.tokenOf('grace', own));
  expect((await client.account.overview.query()).scopes).toEqual(own);
  expect(await problemOf(client.support.get.query({ personId: ids.ada }))).toMatchObject({
    code: 'SCOPE_MISSING',
  });
});

it('a person who has left is found to have left, and is let in again', async () => {
  await leave(kit, 'olga', 'delete');
  const before = await grace.support.get.query({ personId: ids.olga });
  expect(before.departure).toEqual({ deletionDueAt: expect.any(Number) });
  expect(await acts.lift?.(grace, ids.olga)).toEqual({ isSuspended: false });
  const after = await grace.support.get.query({ personId: ids.olga });
  expect([after.person.isSuspended, after.departure]).toEqual([false, null]);
});
