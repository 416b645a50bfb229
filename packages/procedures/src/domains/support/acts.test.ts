import { demoPassword } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { departureOf, journalOf, leave } from '../../../test/departures.ts';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { untilWaiting } from '../../../test/locks.ts';

const ids = {
  ada: 'adalovelace0',
  ben: 'benfranklin0',
  alan: 'alanturing00',
  sofia: 'sofiakowalew',
  erin: 'erinbrook000',
  grace: 'gracehopper0',
};
const reason = 'ticket 4711: lost the phone';

let kit: Kit;
let token: string;
let grace: Client;

beforeAll(async () => {
  kit = await startKit();
  token = await kit.tokenOf('grace');
  grace = kit.client(token, await kit.stepUpOf(token));
});
afterAll(() => kit.stop());
beforeEach(() => kit.store.query('delete from account.limits', []));

function person(id: string) {
  const found = kit.logto.state.users.get(id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
}

const on = (personId: string) => ({ personId, reason });

describe('a suspension by the support', () => {
  it('holds against somebody who has paused their account themselves', async () => {
    await leave(kit, 'ben');
    const comeBack = () =>
      kit.client().lifecycle.finishWithPassword.mutate({ identifier: 'ben', password: demoPassword });
    await grace.support.suspend.mutate(on(ids.ben));
    expect(await problemOf(comeBack())).toMatchObject({ code: 'INPUT_INVALID' });
    expect(person(ids.ben).isSuspended).toBe(true);
    expect(await departureOf(kit.store, ids.ben)).toEqual({ mark: undefined, deletion: undefined });
    await grace.support.lift.mutate(on(ids.ben));
    expect(person(ids.ben).isSuspended).toBe(false);
  });

  it('ends sessions at once and refuses what still has a token', async () => {
    const bens = await kit.tokenOf('ben');
    const ben = kit.client(bens, await kit.stepUpOf(bens));
    await grace.support.suspend.mutate(on(ids.ben));
    expect(await problemOf(ben.account.overview.query())).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
    expect(await kit.management.users.sessions.list(ids.ben)).toEqual([]);
    await grace.support.lift.mutate(on(ids.ben));
    expect(await problemOf(ben.username.remove.mutate())).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });
});

it('signing somebody out everywhere ends their sessions and their proofs, and nobody else’s', async () => {
  const bens = await kit.tokenOf('ben');
  const ben = kit.client(bens, await kit.stepUpOf(bens));
  const graces = (await kit.management.users.sessions.list(ids.grace)).length;
  expect(await grace.support.signOutEverywhere.mutate(on(ids.ben))).toEqual({ count: 1 });
  expect(await kit.management.users.sessions.list(ids.ben)).toEqual([]);
  expect(await kit.management.users.sessions.list(ids.grace)).toHaveLength(graces);
  expect(await problemOf(ben.username.remove.mutate())).toMatchObject({ code: 'STEP_UP_REQUIRED' });
});

describe('a lost second factor', () => {
  const totp = () => person(ids.alan).mfaVerifications.find(({ type }) => type === 'Totp')?.id ?? '';

  it('is removed with the backup codes that are of no use without it, also where one is required', async () => {
    const { mfa } = kit.logto.state.signInExperience;
    Object.assign(mfa ?? {}, { policy: 'Mandatory' });
    const strict = await startKit({ databaseUrl: kit.databaseUrl, logto: kit.logto });
    const client = strict.client(token, await strict.stepUpOf(token));
    expect(await client.support.removeFactor.mutate({ ...on(ids.alan), id: totp() })).toMatchObject({
      backupCodesRemoved: true,
    });
    expect(person(ids.alan).mfaVerifications).toEqual([]);
    await strict.stop();
  });

  it('of somebody else is not reached under another name', async () => {
    const createdAt = new Date().toISOString();
    person(ids.ada).mfaVerifications.push({ id: 'adas', createdAt, type: 'WebAuthn' });
    const wrong = grace.support.removeFactor.mutate({ ...on(ids.ben), id: 'adas' });
    expect(await problemOf(wrong)).toMatchObject({ code: 'NOT_FOUND' });
    expect(person(ids.ada).mfaVerifications).toHaveLength(1);
  });
});

describe('an identity', () => {
  const target = 'mock-social';

  it('that is the last way in is removed only when that is said', async () => {
    const removal = { ...on(ids.sofia), target };
    expect(await problemOf(grace.support.removeIdentity.mutate(removal))).toMatchObject({
      code: 'LAST_WAY_IN',
    });
    expect(person(ids.sofia).identities).toHaveProperty(target);
    await grace.support.removeIdentity.mutate({ ...removal, leaveWithoutWayIn: true });
    expect(person(ids.sofia).identities).toEqual({});
    expect(await problemOf(grace.support.removeIdentity.mutate(removal))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is put in the place of a lost one, at a provider that there is, unless somebody else has it', async () => {
    const replace = (personId: string, where: string, userId: string) =>
      grace.support.replaceIdentity.mutate({ ...on(personId), target: where, identity: { userId } });
    expect(await replace(ids.sofia, target, 'sofia-2')).toEqual({ target, isNew: true });
    expect(await replace(ids.sofia, target, 'sofia-3')).toEqual({ target, isNew: false });
    expect(person(ids.sofia).identities[target]?.userId).toBe('sofia-3');
    expect(await problemOf(replace(ids.ben, target, 'sofia-3'))).toMatchObject({ code: 'ALREADY_LINKED' });
    for (const nowhere of ['nowhere', '__proto__', 'constructor', '..', 'a/b']) {
      expect(await problemOf(replace(ids.ben, nowhere, 'x'))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(person(ids.ben).identities).toEqual({});
  });
});

describe('what the support did', () => {
  it('is in the feed of the person without who, where and why, and in that of the agent not at all', async () => {
    await grace.support.signOutEverywhere.mutate(on(ids.ada));
    const ada = kit.client(await kit.tokenOf('ada'));
    const { items } = await ada.activity.list.query({ kind: 'change', limit: 1 });
    expect(items).toMatchObject([
      {
        event: 'support.signed-out',
        outcome: 'done',
        by: 'support',
        device: null,
        network: null,
        details: {},
      },
    ]);
    for (const secret of ['4711', ids.grace, 'Grace']) expect(JSON.stringify(items)).not.toContain(secret);
    expect((await journalOf(kit.store, ids.grace)).filter((line) => line.startsWith('support'))).toEqual([]);
  });

  it('is known to the support with who and why', async () => {
    const { supportActions } = await grace.support.get.query({ personId: ids.ada });
    expect(supportActions[0]).toEqual({
      at: expect.any(Number),
      event: 'support.signed-out',
      outcome: 'done',
      agentId: ids.grace,
      reason,
    });
  });

  it('waits for what the person is doing themselves, on another server', async () => {
    const other = await startKit({ databaseUrl: kit.databaseUrl, logto: kit.logto });
    const there = other.client(token, await other.stepUpOf(token));
    const adas = await kit.tokenOf('ada');
    const ada = kit.client(adas, await kit.stepUpOf(adas));
    const seen: { call?: Promise<unknown>; first?: string } = {};
    const meanwhile = async () => {
      seen.call = there.support.signOutEverywhere.mutate(on(ids.ada));
      const done = seen.call.then(() => 'done');
      seen.first = await Promise.race([done, untilWaiting(kit).then(() => 'waiting')]);
    };
    kit.logto.state.faults.push({ path: `/api/users/${ids.ada}`, method: 'PATCH', count: 1, meanwhile });
    await ada.username.update.mutate({ username: 'ada_l' });
    await seen.call;
    expect(seen.first).toBe('waiting');
    await other.stop();
  });
});

describe('a deletion by the support', () => {
  it('asks for a proof of its own and for the id once more, and is final', async () => {
    const order = { ...on(ids.erin), confirmation: ids.erin };
    expect(await problemOf(grace.support.delete.mutate(order))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
      purpose: 'delete',
    });
    const proven = kit.client(token, await kit.stepUpOf(token, 'delete'));
    expect(await problemOf(proven.support.delete.mutate({ ...order, confirmation: ids.ben }))).toMatchObject({
      fields: [{ path: 'confirmation', code: 'CONFIRMATION_DIFFERS' }],
    });
    expect(await proven.support.delete.mutate(order)).toEqual({ personId: ids.erin });
    expect(kit.logto.state.users.has(ids.erin)).toBe(false);
    expect(await problemOf(proven.support.delete.mutate(order))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await journalOf(kit.store, ids.erin)).toEqual([
      'support.deleted INPUT_INVALID',
      'account.deleted done',
      'support.deleted done',
    ]);
  });
});
