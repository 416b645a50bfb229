import { subDays } from 'date-fns';
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newDatabase } from '../../test/database.ts';
import { departureOf, journalOf, leave, makeDue } from '../../test/departures.ts';
import { type Kit, startKit } from '../../test/kit.ts';
import { startWebhook } from '../../test/webhook.ts';
import { createSweep, openStore } from '../index.ts';
import {
  deactivations,
  deletions,
  flows,
  journal,
  limits,
  stepUpFloors,
  tokenFloors,
} from '../store/schema.ts';

const ben = 'benfranklin0';
const nothing = { done: 0, vetoed: 0, 'called-off': 0, failed: 0 };

let webhook: Awaited<ReturnType<typeof startWebhook>>;
let databaseUrl: string;
let kit: Kit;
let other: Kit | undefined;
beforeEach(async () => {
  webhook = await startWebhook();
  databaseUrl = await newDatabase();
  kit = await startKit({ databaseUrl, deletion: rules() });
});
afterEach(async () => {
  await other?.stop();
  other = undefined;
  await kit.stop();
  webhook.close();
});

const rules = () => ({ graceDays: 14, webhook: { url: webhook.url, secret: webhook.secret } });
const sweep = (server: Kit = kit) => createSweep(server.services, server.log).run();
const exists = (id: string) => kit.logto.state.users.has(id);

async function benIsDue() {
  await leave(kit, 'ben', 'delete');
  await makeDue(kit.store, ben);
}

describe('a deletion', () => {
  it('does not come before its day', async () => {
    await leave(kit, 'ben', 'delete');
    expect((await sweep()).deletions).toEqual(nothing);
    expect(exists(ben)).toBe(true);
    expect(webhook.asked).toEqual([]);
  });

  it('happens once, however many servers sweep at once', async () => {
    other = await startKit({ databaseUrl, logto: kit.logto, deletion: rules() });
    await benIsDue();
    const counts = await Promise.all([sweep(), sweep(other), sweep(), sweep(other)]);
    expect(counts.reduce((sum, { deletions }) => sum + deletions.done, 0)).toBe(1);
    expect(webhook.asked).toHaveLength(1);
    expect(exists(ben)).toBe(false);
    const lines = await journalOf(kit.store, ben);
    expect(lines.filter((line) => line === 'account.deleted done')).toHaveLength(1);
    expect(await departureOf(kit.store, ben)).toEqual({ mark: undefined, deletion: undefined });
  });

  it('of several people goes on after one that fails', async () => {
    for (const name of ['ben', 'olga']) await leave(kit, name, 'delete');
    for (const id of [ben, 'olgalad00000']) await makeDue(kit.store, id);
    kit.logto.state.faults.push({ path: `/api/users/${ben}`, method: 'DELETE', count: 3, status: 500 });
    expect((await sweep()).deletions).toEqual({ ...nothing, done: 1, failed: 1 });
    expect(kit.logged).toContainEqual(
      expect.objectContaining({ message: 'account not deleted', personId: ben }),
    );
  });

  it('that the product objects to is put off by a day, and the person can still come back', async () => {
    await benIsDue();
    webhook.answer(409);
    expect((await sweep()).deletions).toEqual({ ...nothing, vetoed: 1 });
    expect((await sweep()).deletions).toEqual(nothing);
    expect((await departureOf(kit.store, ben)).deletion?.dueAt.getTime()).toBeGreaterThan(Date.now());
    expect(await journalOf(kit.store, ben)).toContain('account.deleted DELETION_VETOED');
    const back = { identifier: 'ben', password: 'quiet-river-58' };
    expect(await kit.client().lifecycle.finishWithPassword.mutate(back)).toEqual({ from: 'deletion' });
  });

  it('waits longer after every failure, and asks the product about the same deletion', async () => {
    await benIsDue();
    webhook.answer(500);
    expect((await sweep()).deletions).toEqual({ ...nothing, failed: 1 });
    expect((await sweep()).deletions).toEqual(nothing);
    const first = (await departureOf(kit.store, ben)).deletion;
    await makeDue(kit.store, ben);
    await sweep();
    const second = (await departureOf(kit.store, ben)).deletion;
    const waits = [first, second].map((row) => (row?.claimedUntil?.getTime() ?? 0) - Date.now());
    expect(waits[1]).toBeGreaterThan(waits[0] ?? 0);
    webhook.answer(200);
    await makeDue(kit.store, ben);
    expect((await sweep()).deletions).toEqual({ ...nothing, done: 1 });
    expect(webhook.asked).toHaveLength(5);
    expect(new Set(webhook.deletionIds())).toEqual(new Set([first?.id]));
  });

  it('is called off when an operator has let the person in again', async () => {
    await benIsDue();
    await kit.management.users.setSuspended(ben, false);
    expect((await sweep()).deletions).toEqual({ ...nothing, 'called-off': 1 });
    expect(exists(ben)).toBe(true);
    expect(webhook.asked).toEqual([]);
    expect(await departureOf(kit.store, ben)).toEqual({ mark: undefined, deletion: undefined });
  });

  it('of somebody who is gone already is done', async () => {
    await benIsDue();
    await kit.management.users.remove(ben);
    expect((await sweep()).deletions).toEqual({ ...nothing, done: 1 });
    expect(await journalOf(kit.store, ben)).toContain('account.deleted done');
  });

  it('and the way back at the same time end in one of the two', async () => {
    await benIsDue();
    const back = { identifier: 'ben', password: 'quiet-river-58' };
    const [counts, returned] = await Promise.allSettled([
      sweep(),
      kit.client().lifecycle.finishWithPassword.mutate(back),
    ]);
    expect(exists(ben)).toBe(returned.status === 'fulfilled');
    expect(counts).toMatchObject({ value: { deletions: { failed: 0 } } });
    expect(await departureOf(kit.store, ben)).toEqual({ mark: undefined, deletion: undefined });
  });

  it('that another server has taken is left alone until its time is over', async () => {
    await benIsDue();
    const claimed = (claimedUntil: Date) =>
      kit.store.db.update(deletions).set({ claimedUntil }).where(eq(deletions.personId, ben));
    await claimed(new Date(Date.now() + 60_000));
    expect((await sweep()).deletions).toEqual(nothing);
    await claimed(new Date(Date.now() - 1));
    expect((await sweep()).deletions).toEqual({ ...nothing, done: 1 });
  });

  it('works on the embedded database too', async () => {
    const store = await openStore({});
    await kit.management.users.setSuspended(ben, true);
    await store.db.insert(deactivations).values({ personId: ben, lastSignInAt: null });
    await store.db.insert(deletions).values({ personId: ben, dueAt: new Date(0) });
    const counts = await createSweep({ ...kit.services, store }, kit.log).run();
    expect(counts.deletions).toEqual({ ...nothing, done: 1 });
    await store.close();
  });
});

describe('what has expired', () => {
  it('is cleared away, and nothing else', async () => {
    const { db } = kit.store;
    const past = new Date(Date.now() - 1000);
    const future = new Date(Date.now() + 60_000);
    const flow = { kind: 'k', personId: ben, sealed: '' };
    await db.insert(flows).values([
      { ...flow, id: 'old', expiresAt: past },
      { ...flow, id: 'new', expiresAt: future },
    ]);
    await db.insert(limits).values([
      { key: 'old', points: 1, expire: past.getTime() },
      { key: 'new', points: 1, expire: future.getTime() },
    ]);
    await db.insert(stepUpFloors).values([
      { personId: 'old', notBefore: subDays(new Date(), 2) },
      { personId: 'new', notBefore: past },
    ]);
    await db.insert(tokenFloors).values([
      { personId: 'old', notBefore: subDays(new Date(), 31) },
      { personId: 'new', notBefore: subDays(new Date(), 29) },
    ]);
    const entry = { event: 'e', personId: ben, actorId: ben, outcome: 'done', requestId: 'r' };
    await db.insert(journal).values([
      { ...entry, at: subDays(new Date(), 366) },
      { ...entry, at: subDays(new Date(), 364) },
    ]);
    expect(await sweep()).toMatchObject({ flows: 1, limits: 1, stepUpFloors: 1, tokenFloors: 1, journal: 1 });
    expect(await sweep()).toMatchObject({ flows: 0, limits: 0, stepUpFloors: 0, tokenFloors: 0, journal: 0 });
    expect(await db.select({ id: flows.id }).from(flows)).toEqual([{ id: 'new' }]);
    expect(await db.select({ key: limits.key }).from(limits)).toEqual([{ key: 'new' }]);
    expect(await journalOf(kit.store, ben)).toHaveLength(1);
  });

  it('is cleared away now and then, until the sweep is stopped', async () => {
    const { db } = kit.store;
    const old = { kind: 'k', personId: ben, sealed: '', expiresAt: new Date(0) };
    const sweeping = createSweep(kit.services, kit.log);
    sweeping.start(10);
    for (const id of ['first', 'second']) {
      await db.insert(flows).values({ ...old, id });
      await vi.waitFor(async () => expect(await db.select().from(flows)).toEqual([]), 5_000);
    }
    await sweeping.stop();
    await db.insert(flows).values({ ...old, id: 'third' });
    await sweeping.stop();
    expect(await db.select().from(flows)).toHaveLength(1);
  });
});
