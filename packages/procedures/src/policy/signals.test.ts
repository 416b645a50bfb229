import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { departureOf, journalOf, leave } from '../../test/departures.ts';
import { type Kit, startKit } from '../../test/kit.ts';
import { journal } from '../store/schema.ts';
import { receiveHook } from './signals.ts';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterAll(() => kit.stop());

const benId = 'benfranklin0';
const details = async () => {
  const rows = await kit.store.db.select().from(journal).where(eq(journal.personId, benId));
  return rows.map(({ device, network }) => ({ device, network }));
};

function isDeleted(note: string) {
  const createdAt = new Date().toISOString();
  const body = JSON.stringify({ event: 'User.Deleted', createdAt, params: { userId: benId }, note });
  const signature = createHmac('sha256', 'key').update(body).digest('hex');
  return receiveHook(kit.services, { body, signature }, 'key');
}

it('what is kept about a person goes when an operator deletes them in Logto, and not before', async () => {
  await leave(kit, 'ben', 'delete');
  expect((await departureOf(kit.store, benId)).deletion).toBeDefined();
  const lines = await journalOf(kit.store, benId);
  await isDeleted('while Logto still has them');
  expect((await departureOf(kit.store, benId)).deletion).toBeDefined();
  expect(await details()).not.toContainEqual({ device: null, network: null });

  kit.logto.state.users.delete(benId);
  await isDeleted('now');
  expect(await departureOf(kit.store, benId)).toEqual({ mark: undefined, deletion: undefined });
  expect(await journalOf(kit.store, benId)).toEqual(lines);
  expect(await details()).toEqual(lines.map(() => ({ device: null, network: null })));
});
