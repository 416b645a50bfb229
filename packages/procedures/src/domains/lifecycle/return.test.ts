import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDatabase } from '../../../test/database.ts';
import { departureOf, journalOf, leave } from '../../../test/departures.ts';
import { type Kit, problemOf, startKit } from '../../../test/kit.ts';

const password = 'quiet-river-58';
const people = {
  ada: 'adalovelace0',
  ben: 'benfranklin0',
  olga: 'olgalad00000',
  erin: 'erinbrook000',
  sam: 'samsuspended',
};

/** Two servers before one Logto, on one database. */
let kit: Kit;
let other: Kit;
beforeAll(async () => {
  const databaseUrl = await newDatabase();
  kit = await startKit({ databaseUrl });
  other = await startKit({ databaseUrl, logto: kit.logto });
});
afterAll(async () => {
  await other.stop();
  await kit.stop();
});

const stranger = () => kit.client().lifecycle;
const isSuspended = (id: string) => kit.logto.state.users.get(id)?.isSuspended;
const mailsTo = (address: string) => kit.logto.state.inbox.filter((mail) => mail.address === address);

async function codeTo(address: string, former = 0) {
  await vi.waitFor(() => expect(mailsTo(address).length).toBeGreaterThan(former), 5_000);
  return mailsTo(address).at(-1)?.code ?? '';
}

/** Begins the way back and returns what the mail brought. */
async function start(identifier: string, address = identifier) {
  const former = mailsTo(address).length;
  const { flow } = await stranger().start.mutate({ identifier });
  return { flow, code: await codeTo(address, former) };
}

/** Somebody signs in by a way that our page does not offer: it tells Logto's view of the suspension. */
const canSignIn = (identifier: string) =>
  kit.tokenOf(identifier).then(
    () => true,
    () => false,
  );

describe('the way back', () => {
  it('is open by a code to the address of the person, who can sign in again', async () => {
    await leave(kit, 'olga');
    expect(await canSignIn('olga')).toBe(false);
    const { flow, code } = await start('Olga@Harbor.example', 'olga@harbor.example');
    expect(await stranger().finish.mutate({ flow, code })).toEqual({ from: 'deactivation' });
    expect(await canSignIn('olga')).toBe(true);
    expect(await departureOf(kit.store, people.olga)).toEqual({ mark: undefined, deletion: undefined });
    expect((await journalOf(kit.store, people.olga)).slice(-2)).toEqual([
      'account.return-started done',
      'account.reactivated done',
    ]);
    expect(await problemOf(stranger().finish.mutate({ flow, code }))).toMatchObject({ code: 'FLOW_EXPIRED' });
  });

  it('is open by a code to the phone number, however it is written', async () => {
    await leave(kit, 'ada');
    const { flow, code } = await start('+1 (202) 555-0142', '12025550142');
    expect(await stranger().finish.mutate({ flow, code })).toEqual({ from: 'deactivation' });
  });

  it('is open by a password, and calls a deletion off', async () => {
    await leave(kit, 'ben', 'delete');
    expect(await stranger().finishWithPassword.mutate({ identifier: 'ben', password })).toEqual({
      from: 'deletion',
    });
    expect(isSuspended(people.ben)).toBe(false);
    expect((await departureOf(kit.store, people.ben)).deletion).toBeUndefined();
  });

  it('can be gone again with the same code when Logto failed at the last step', async () => {
    await leave(kit, 'erin');
    const { flow, code } = await start('erin@northwind.example');
    kit.logto.state.faults.push({ path: `/api/users/${people.erin}/is-suspended`, count: 1, status: 500 });
    expect(await problemOf(stranger().finish.mutate({ flow, code }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
    expect(isSuspended(people.erin)).toBe(true);
    expect(await stranger().finish.mutate({ flow, code })).toEqual({ from: 'deactivation' });
  });

  it('is gone once by two who hold the same code', async () => {
    await leave(kit, 'erin');
    const proof = await start('erin@northwind.example');
    const outcomes = await Promise.allSettled([
      stranger().finish.mutate(proof),
      other.client().lifecycle.finish.mutate(proof),
    ]);
    const done = (await journalOf(kit.store, people.erin)).filter((line) =>
      line.endsWith('reactivated done'),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(done).toHaveLength(2);
    expect(isSuspended(people.erin)).toBe(false);
  });
});

describe('a suspension by an operator', () => {
  it('that came alone is lifted by nobody, whatever they know', async () => {
    const { flow } = await stranger().start.mutate({ identifier: 'sam@harbor.example' });
    await kit.management.verificationCodes.send({ email: 'sam@harbor.example' });
    const code = await codeTo('sam@harbor.example');
    expect(await problemOf(stranger().finish.mutate({ flow, code }))).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    expect(
      await problemOf(stranger().finishWithPassword.mutate({ identifier: 'sam', password })),
    ).toMatchObject({ fields: [{ path: 'password', code: 'WRONG_PASSWORD' }] });
    expect(isSuspended(people.sam)).toBe(true);
  });

  it('that came after the person was back is not lifted', async () => {
    await leave(kit, 'olga');
    await stranger().finishWithPassword.mutate({ identifier: 'olga', password });
    await kit.management.users.setSuspended(people.olga, true);
    const back = stranger().finishWithPassword.mutate({ identifier: 'olga', password });
    expect(await problemOf(back)).toMatchObject({ code: 'INPUT_INVALID' });
    expect(isSuspended(people.olga)).toBe(true);
    await kit.management.users.setSuspended(people.olga, false);
  });

  it('is not lifted by an old mark of somebody whom an operator let in again', async () => {
    await leave(kit, 'olga');
    await kit.management.users.setSuspended(people.olga, false);
    await kit.tokenOf('olga');
    await kit.management.users.setSuspended(people.olga, true);
    expect((await departureOf(kit.store, people.olga)).mark).toBeDefined();
    const back = stranger().finishWithPassword.mutate({ identifier: 'olga', password });
    expect(await problemOf(back)).toMatchObject({ code: 'INPUT_INVALID' });
    expect(isSuspended(people.olga)).toBe(true);
    await kit.management.users.setSuspended(people.olga, false);
  });
});

describe('a code', () => {
  it('of another address, flow or purpose opens nothing', async () => {
    await leave(kit, 'olga');
    const olga = await start('olga@harbor.example');
    const token = await kit.tokenOf('ada');
    const before = mailsTo('ada@harbor.example').length;
    const { flow } = await kit.client(token).stepUp.start.mutate({ method: 'email' });
    const adas = { flow, code: await codeTo('ada@harbor.example', before) };
    for (const proof of [adas, { ...adas, code: olga.code }, { flow: 'made-up', code: olga.code }]) {
      expect(await problemOf(stranger().finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
    }
    expect(await problemOf(stranger().finish.mutate({ flow: olga.flow, code: adas.code }))).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    const forStepUp = { method: 'code', flow: olga.flow, code: olga.code } as const;
    expect(await problemOf(kit.client(token).stepUp.finish.mutate(forStepUp))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    expect(isSuspended(people.olga)).toBe(true);
    expect(await stranger().finish.mutate(olga)).toEqual({ from: 'deactivation' });
  });
});
