import { createHmac } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { departureOf, journalOf, leave } from '../../../test/departures.ts';
import { type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { startWebhook } from '../../../test/webhook.ts';
import { journal } from '../../store/schema.ts';

const day = 24 * 3600 * 1000;
const people = { ada: 'adalovelace0', ben: 'benfranklin0', olga: 'olgalad00000', erin: 'erinbrook000' };

let kit: Kit;
beforeAll(async () => {
  kit = await startKit();
});
afterAll(() => kit.stop());

const isSuspended = (id: string) => kit.logto.state.users.get(id)?.isSuspended;

async function client(identifier: string, purpose: 'change' | 'delete' = 'change') {
  const token = await kit.tokenOf(identifier);
  return kit.client(token, await kit.stepUpOf(token, purpose));
}

describe('pausing an account', () => {
  it('suspends the person, signs them out everywhere and is recorded', async () => {
    const ada = await client('ada');
    expect(await kit.management.users.sessions.list(people.ada)).not.toEqual([]);
    await ada.lifecycle.deactivate.mutate();
    expect(isSuspended(people.ada)).toBe(true);
    expect(await kit.management.users.sessions.list(people.ada)).toEqual([]);
    expect(await problemOf(ada.account.overview.query())).toMatchObject({ code: 'ACCOUNT_SUSPENDED' });
    expect(await journalOf(kit.store, people.ada)).toContain('account.deactivated done');
    expect((await departureOf(kit.store, people.ada)).mark?.checkedAt).toBeInstanceOf(Date);
  });

  it('withdraws the proofs that were given before', async () => {
    const token = await kit.tokenOf('ben');
    const proof = await kit.stepUpOf(token);
    await kit.client(token, proof).lifecycle.deactivate.mutate();
    await kit.client().lifecycle.finishWithPassword.mutate({ identifier: 'ben', password: 'quiet-river-58' });
    expect(await problemOf(kit.client(token, proof).lifecycle.deactivate.mutate())).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
  });

  it('can be finished by the same call when it stopped between the mark and the suspension', async () => {
    const ben = await client('ben');
    kit.logto.state.faults.push({ path: `/api/users/${people.ben}/is-suspended`, count: 1, status: 500 });
    expect(await problemOf(ben.lifecycle.deactivate.mutate())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    expect(isSuspended(people.ben)).toBe(false);
    expect((await departureOf(kit.store, people.ben)).mark).toMatchObject({ checkedAt: null });
    await ben.lifecycle.deactivate.mutate();
    expect(isSuspended(people.ben)).toBe(true);
  });

  it('is never a suspension without a mark, even if the answer of Logto was lost', async () => {
    const olga = await client('olga');
    kit.logto.state.faults.push({ path: `/api/users/${people.olga}/is-suspended`, count: 1, cut: 'half' });
    expect(await problemOf(olga.lifecycle.deactivate.mutate())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    expect(isSuspended(people.olga)).toBe(true);
    const back = { identifier: 'olga', password: 'quiet-river-58' };
    expect(await kit.client().lifecycle.finishWithPassword.mutate(back)).toEqual({ from: 'deactivation' });
  });
});

describe('asking for the deletion of an account', () => {
  it('tells the days of grace and what to type', async () => {
    const erin = await client('erin');
    expect(await erin.lifecycle.get.query()).toEqual({ graceDays: 14, confirmation: 'erin' });
  });

  it('needs the confirmation, in any case and with any spaces around it', async () => {
    const erin = await client('erin', 'delete');
    for (const confirmation of ['', 'eri', 'ada', 'DELETE', 'erin@northwind.example']) {
      expect(await problemOf(erin.lifecycle.delete.mutate({ confirmation }))).toMatchObject({
        fields: [{ path: 'confirmation', code: 'CONFIRMATION_DIFFERS' }],
      });
    }
    expect(isSuspended(people.erin)).toBe(false);
    expect(await departureOf(kit.store, people.erin)).toEqual({ mark: undefined, deletion: undefined });
  });

  it('is refused with a proof for something else', async () => {
    const erin = await client('erin', 'change');
    expect(await problemOf(erin.lifecycle.delete.mutate({ confirmation: 'erin' }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
      purpose: 'delete',
    });
  });

  it('suspends now and deletes on the day that it names', async () => {
    const before = Date.now();
    const erin = await client('erin', 'delete');
    const { dueAt, isDone } = await erin.lifecycle.delete.mutate({ confirmation: ' ERIN ' });
    expect(isDone).toBe(false);
    expect(dueAt).toBeGreaterThanOrEqual(before + 14 * day);
    expect(dueAt).toBeLessThanOrEqual(Date.now() + 14 * day);
    expect(isSuspended(people.erin)).toBe(true);
    const { deletion } = await departureOf(kit.store, people.erin);
    expect(deletion?.dueAt.getTime()).toBe(dueAt);
    expect(await journalOf(kit.store, people.erin)).toContain('account.deletion-requested done');
  });

  it('and pausing at the same time end in one of the two', async () => {
    await kit
      .client()
      .lifecycle.finishWithPassword.mutate({ identifier: 'erin', password: 'quiet-river-58' });
    const [pausing, deleting] = [await client('erin'), await client('erin', 'delete')];
    const outcomes = await Promise.allSettled([
      pausing.lifecycle.deactivate.mutate(),
      deleting.lifecycle.delete.mutate({ confirmation: 'erin' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { deletion } = await departureOf(kit.store, people.erin);
    expect(deletion !== undefined).toBe(outcomes[1].status === 'fulfilled');
  });
});

describe('deletion without days of grace', () => {
  let webhook: Awaited<ReturnType<typeof startWebhook>>;
  let strict: Kit;
  beforeAll(async () => {
    webhook = await startWebhook();
    const { url, secret } = webhook;
    strict = await startKit({ deletion: { graceDays: 0, webhook: { url, secret } } });
    strict.setAccountCenter({ email: 'Edit', phone: 'Edit' });
  });
  afterAll(async () => {
    await strict.stop();
    webhook.close();
  });
  const exists = (id: string) => strict.logto.state.users.has(id);

  it('does not ask for what the operator does not show', async () => {
    const olga = strict.client(await strict.tokenOf('olga'));
    expect((await olga.lifecycle.get.query()).confirmation).toBe('olga@harbor.example');
    const ben = strict.client(await strict.tokenOf('ben'));
    expect((await ben.lifecycle.get.query()).confirmation).toBe(people.ben);
  });

  it('is off when the product objects, and leaves no trace of a departure', async () => {
    webhook.answer(409);
    expect(await problemOf(leave(strict, 'olga', 'delete'))).toMatchObject({ code: 'DELETION_VETOED' });
    expect(strict.logto.state.users.get(people.olga)?.isSuspended).toBe(false);
    expect(await departureOf(strict.store, people.olga)).toEqual({ mark: undefined, deletion: undefined });
    expect(await journalOf(strict.store, people.olga)).toContain(
      'account.deletion-requested DELETION_VETOED',
    );
  });

  it('asks the product under a signature that it can check', async () => {
    const { signature, body } = webhook.asked.at(-1) ?? { signature: '', body: '{}' };
    const [, seconds, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    expect(given).toBe(createHmac('sha256', webhook.secret).update(`${seconds}.${body}`).digest('hex'));
    expect(JSON.parse(body)).toEqual({
      event: 'account.before-delete',
      userId: people.olga,
      deletionId: expect.any(String),
      at: expect.any(Number),
    });
  });

  it('deletes at once when the product agrees, and blanks what the journal knows', async () => {
    webhook.answer(204);
    expect(await leave(strict, 'olga', 'delete')).toMatchObject({ isDone: true });
    expect(exists(people.olga)).toBe(false);
    expect(await departureOf(strict.store, people.olga)).toEqual({ mark: undefined, deletion: undefined });
    expect(await journalOf(strict.store, people.olga)).toContain('account.deleted done');
    const rows = await strict.store.db.select().from(journal).where(eq(journal.personId, people.olga));
    const proofs = rows.filter(({ event }) => event === 'step-up.finished');
    expect(proofs).not.toHaveLength(0);
    for (const row of proofs) expect(row).toMatchObject({ network: null, device: null, details: {} });
  });

  it('suspends and waits when the product gives no answer', async () => {
    webhook.answer(500);
    expect(await leave(strict, 'ben', 'delete')).toMatchObject({ isDone: false });
    expect(strict.logto.state.users.get(people.ben)?.isSuspended).toBe(true);
    expect((await departureOf(strict.store, people.ben)).deletion).toBeDefined();
  });

  it('suspends and waits when Logto cannot delete', async () => {
    webhook.answer(204);
    strict.logto.state.faults.push({
      path: `/api/users/${people.ada}`,
      method: 'DELETE',
      count: 3,
      status: 500,
    });
    expect(await leave(strict, 'ada', 'delete')).toMatchObject({ isDone: false });
    expect(strict.logto.state.users.get(people.ada)?.isSuspended).toBe(true);
    expect((await departureOf(strict.store, people.ada)).deletion).toBeDefined();
  });
});
