import { subDays } from 'date-fns';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { departureOf, leave } from '../../test/departures.ts';
import { type Kit, startKit } from '../../test/kit.ts';
import { createSweep } from '../index.ts';
import { deactivations, tokenFloors } from '../store/schema.ts';
import { forgetDeparture } from './departure.ts';

const ben = 'benfranklin0';

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterEach(async () => {
  await forgetDeparture(kit.store, ben);
  if (kit.logto.state.users.has(ben)) await kit.management.users.setSuspended(ben, false);
});
afterAll(() => kit.stop());

const sweep = () => createSweep(kit.services, kit.log).run();

describe('the mark of somebody who left', () => {
  const anHourAgo = () => new Date(Date.now() - 3_600_000);
  const age = (values: Partial<typeof deactivations.$inferInsert>) =>
    kit.store.db.update(deactivations).set(values).where(eq(deactivations.personId, ben));

  it('is removed when the suspension never came, so that it lifts no later one', async () => {
    await kit.store.db.insert(deactivations).values({ personId: ben, at: anHourAgo() });
    expect((await sweep()).departures).toBe(1);
    expect((await departureOf(kit.store, ben)).mark).toBeUndefined();
  });

  it('is not looked at while the call that wrote it may be at work', async () => {
    await kit.store.db.insert(deactivations).values({ personId: ben });
    expect((await sweep()).departures).toBe(0);
    expect((await departureOf(kit.store, ben)).mark).toBeDefined();
  });

  it('is confirmed when the suspension came and only the news of it was lost', async () => {
    await leave(kit, 'ben');
    await age({ at: anHourAgo(), checkedAt: null });
    await kit.store.db.delete(tokenFloors);
    expect((await sweep()).departures).toBe(0);
    expect((await departureOf(kit.store, ben)).mark?.checkedAt).toBeInstanceOf(Date);
    const [floor] = await kit.store.db.select().from(tokenFloors);
    expect(floor?.personId, 'tokens of before do not come back with the person').toBe(ben);
  });

  it('is looked at again when the way back stopped half way', async () => {
    await leave(kit, 'ben');
    await age({ at: anHourAgo() });
    kit.logto.state.faults.push({ path: `/api/users/${ben}/is-suspended`, count: 1, cut: 'half' });
    const back = { identifier: 'ben', password: 'quiet-river-58' };
    await expect(kit.client().lifecycle.finishWithPassword.mutate(back)).rejects.toThrow();
    expect(kit.logto.state.users.get(ben)?.isSuspended).toBe(false);
    expect((await departureOf(kit.store, ben)).mark).toBeDefined();
    expect((await sweep()).departures).toBe(1);
  });

  it('is looked at again every day, and goes with the account', async () => {
    await leave(kit, 'ben');
    await kit.management.users.remove(ben);
    expect((await sweep()).departures).toBe(0);
    await age({ checkedAt: subDays(new Date(), 2) });
    expect((await sweep()).departures).toBe(1);
  });
});
