import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSweep } from '../../src/index.ts';
import { departureOf, makeDue } from '../departures.ts';
import { type Kit, problemOf, startKit } from '../kit.ts';
import { benId, type Changes, prepareChanges, redirectUri } from './changes.ts';

let kit: Kit;
let changes: Changes;

beforeAll(async () => {
  kit = await startKit({ socialRedirectUris: [redirectUri] });
  changes = await prepareChanges(kit);
});
afterAll(() => kit.stop());
beforeEach(() => changes.reset());

const deleteBen = () => kit.logto.state.users.delete(benId);

async function lastInJournal() {
  const rows = await kit.store.query(
    'select event, outcome from account.journal where person_id = $1 order by id desc limit 1',
    [benId],
  );
  return rows[0];
}

describe('an account that is deleted after it was read and before it is changed', () => {
  it.each([
    'profile',
    'email',
    'phone',
    'password',
    'totp',
    'backupCodes',
    'token',
    'social',
    'deactivation',
    'deletion',
  ] as const)('by %s: that is said, the journal says so, and nothing of it stays behind', async (name) => {
    const { event, method, path, begin } = changes.list[name];
    const change = await begin();
    kit.logto.state.faults.push({ path, method, count: 1, meanwhile: deleteBen });
    expect(await problemOf(change())).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    expect(await lastInJournal()).toEqual({ event, outcome: 'ACCOUNT_NOT_FOUND' });
    expect(kit.logto.state.faults).toEqual([]);
    // Nobody waits for a lock, and no second try has another effect.
    expect(await problemOf(change())).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    expect(kit.logto.state.users.has(benId)).toBe(false);
    expect(kit.logged).toEqual([]);
  });

  it('by anything that Logto finds no person for, in whatever words', async () => {
    const { method, path, begin } = changes.list.email;
    for (const code of ['entity.not_found', 'entity.not_exists', 'entity.relation_foreign_key_not_found']) {
      const change = await begin();
      const body = JSON.stringify({ code, message: '.' });
      kit.logto.state.faults.push({ path, method, count: 1, status: 404, body });
      expect(await problemOf(change()), code).toMatchObject({ code: 'ACCOUNT_NOT_FOUND' });
    }
  });

  it('is not mistaken for a connector that is gone', async () => {
    const change = await changes.list.social.begin();
    const body = '{"code":"entity.not_found","message":"."}';
    kit.logto.state.faults.push({ ...changes.list.social, count: 1, status: 404, body });
    expect(await problemOf(change())).toMatchObject({ code: 'NOT_LINKABLE' });
  });

  it('is forgotten by those who wait for its owner to come back, or for the day of its deletion', async () => {
    for (const name of ['deactivation', 'deletion'] as const) {
      await changes.reset();
      const { method, path, begin } = changes.list[name];
      const change = await begin();
      kit.logto.state.faults.push({ path, method, count: 1, meanwhile: deleteBen });
      await problemOf(change());
      await kit.store.query("update account.deactivations set at = now() - interval '5 minutes'", []);
      await makeDue(kit.store, benId);
      expect(await createSweep(kit.services, kit.log).run()).toMatchObject({ deletions: { failed: 0 } });
      expect(await departureOf(kit.store, benId)).toEqual({ mark: undefined, deletion: undefined });
    }
    expect(kit.logged).toEqual([]);
  });
});
