import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/database.ts';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';

const benId = 'benfranklin0';
const olgaId = 'olgalad00000';

let databaseUrl: string;
let kit: Kit;
let benToken: string;
let ben: Client;
let olga: Client;

beforeAll(async () => {
  databaseUrl = await newDatabase();
  kit = await startKit({ databaseUrl });
  benToken = await kit.tokenOf('ben');
  ben = kit.client(benToken, await kit.stepUpOf(benToken));
  const olgaToken = await kit.tokenOf('olga');
  olga = kit.client(olgaToken, await kit.stepUpOf(olgaToken));
});
afterAll(() => kit.stop());
beforeEach(async () => {
  await kit.store.query('delete from account.limits', []);
  await kit.management.users.update(benId, { primaryEmail: null });
  await kit.management.users.update(olgaId, { primaryEmail: 'olga@harbor.example', username: 'olga' });
});

const stored = async (id = benId) => (await kit.management.users.get(id)).primaryEmail;

/** The last code that came to an address. */
function codeAt(address: string) {
  const message = kit.logto.state.inbox.findLast((each) => each.address === address);
  if (!message) throw new Error(`Nothing was sent to ${address}`);
  return message.code;
}

function another(code: string) {
  return code === '000000' ? '000001' : '000000';
}

async function started(address: string, client = ben) {
  const { flow } = await client.email.start.mutate({ email: address });
  return { flow, code: codeAt(address) };
}

function failNextWrite() {
  kit.logto.state.faults.push({ path: `/api/users/${benId}`, method: 'PATCH', count: 1, status: 503 });
}

describe('a new email address', () => {
  it('is written by the call that checks its code, and not before', async () => {
    const sent = await ben.email.start.mutate({ email: '  Ben@New.Example ' });
    expect(sent).toEqual({ flow: expect.any(String), to: 'b••@new.example', expiresAt: expect.any(Number) });
    expect(await stored()).toBeNull();
    const code = codeAt('ben@new.example');
    expect(await ben.email.finish.mutate({ flow: sent.flow, code })).toEqual({ email: 'ben@new.example' });
    expect(await stored()).toBe('ben@new.example');
  });

  it('stands in the journal without its middle, and its code nowhere', async () => {
    await ben.email.finish.mutate(await started('benjamin@first.example'));
    const proof = await started('franklin@second.example');
    await ben.email.finish.mutate(proof);
    const rows = await kit.store.query(
      "select event, outcome, details from account.journal where person_id = $1 and event like 'email.%'",
      [benId],
    );
    expect(rows).toContainEqual({
      event: 'email.updated',
      outcome: 'done',
      details: { from: 'b••@first.example', to: 'f••@second.example' },
    });
    const text = JSON.stringify(rows);
    for (const secret of [proof.code, proof.flow, 'benjamin@', 'franklin@'])
      expect(text).not.toContain(secret);
  });

  it.each([
    ['', 'REQUIRED'],
    ['ben', 'NOT_AN_EMAIL'],
    ['ben@localhost', 'NOT_AN_EMAIL'],
    ['ben@@harbor.example', 'NOT_AN_EMAIL'],
    ['ben@harbor.example, eve@evil.example', 'NOT_AN_EMAIL'],
    ['ben@harbor.example\nbcc: eve@evil.example', 'NOT_AN_EMAIL'],
    ['"ben"@harbor.example', 'NOT_AN_EMAIL'],
    ['bеn@harbor.example', 'NOT_AN_EMAIL'],
    [`${'b'.repeat(120)}@harbor.example`, 'TOO_LONG'],
    ['OLGA@Harbor.example', 'SAME_AS_BEFORE'],
  ])('is refused beside its field, and nothing is sent: %j is %s', async (address, code) => {
    const before = kit.logto.state.inbox.length;
    expect(await problemOf(olga.email.start.mutate({ email: address }))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'email', code }],
    });
    expect(kit.logto.state.inbox).toHaveLength(before);
  });

  it('is the same one in capitals, also where Logto has it so', async () => {
    await kit.management.users.update(olgaId, { primaryEmail: 'Olga@Harbor.example' });
    expect(await problemOf(olga.email.start.mutate({ email: 'olga@harbor.example' }))).toMatchObject({
      fields: [{ path: 'email', code: 'SAME_AS_BEFORE' }],
    });
  });

  it('of somebody else is said to be taken to nobody but who can read its mail', async () => {
    const proof = await started('olga@harbor.example');
    const guess = { flow: proof.flow, code: another(proof.code) };
    expect(await problemOf(ben.email.finish.mutate(guess))).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    expect(await problemOf(ben.email.finish.mutate(proof))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'email', code: 'TAKEN' }],
    });
    expect(await stored()).toBeNull();
    expect(await stored(olgaId)).toBe('olga@harbor.example');
  });

  it('asks for a fresh proof before a code is sent, again before it is written, and before it is removed', async () => {
    const unproven = kit.client(benToken);
    const before = kit.logto.state.inbox.length;
    const refusal = { code: 'STEP_UP_REQUIRED', purpose: 'change' };
    expect(await problemOf(unproven.email.start.mutate({ email: 'b@new.example' }))).toMatchObject(refusal);
    expect(kit.logto.state.inbox).toHaveLength(before);
    const proof = await started('b@new.example');
    expect(await problemOf(unproven.email.finish.mutate(proof))).toMatchObject(refusal);
    expect(await stored()).toBeNull();
    expect(await problemOf(unproven.email.remove.mutate())).toMatchObject(refusal);
  });
});

describe('a flow', () => {
  it('is of no use to anybody else, with the right code and their own proof', async () => {
    const proof = await started('shared@new.example');
    expect(await problemOf(olga.email.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
    expect(await stored(olgaId)).toBe('olga@harbor.example');
    expect(await ben.email.finish.mutate(proof)).toEqual({ email: 'shared@new.example' });
  });

  it('of another purpose changes no address, and this one is no proof of who the person is', async () => {
    const { flow } = await olga.stepUp.start.mutate({ method: 'email' });
    const stepUp = { flow, code: codeAt('olga@harbor.example') };
    expect(await problemOf(olga.email.finish.mutate(stepUp))).toMatchObject({ code: 'FLOW_EXPIRED' });
    const proof = await started('olga@new.example', olga);
    for (const call of [
      () => olga.stepUp.finish.mutate({ method: 'code', ...proof }),
      () => olga.phone.finish.mutate(proof),
    ]) {
      expect(await problemOf(call())).toMatchObject({ code: 'FLOW_EXPIRED' });
    }
  });

  it('takes the code of its own address only, whatever was started since', async () => {
    const mine = await started('mine@new.example');
    const victims = await started('victim@harbor.example');
    const mixed = { flow: victims.flow, code: mine.code };
    expect(await problemOf(ben.email.finish.mutate(mixed))).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    expect(await ben.email.finish.mutate(mine)).toEqual({ email: 'mine@new.example' });
    expect(await problemOf(ben.email.finish.mutate(mixed))).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    expect(await stored()).toBe('mine@new.example');
  });

  it('ends with the write', async () => {
    const proof = await started('once@new.example');
    await ben.email.finish.mutate(proof);
    await ben.email.remove.mutate();
    expect(await problemOf(ben.email.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
    expect(await stored()).toBeNull();
  });

  it('outlives a write that fails: the code need not be asked for again', async () => {
    const proof = await started('later@new.example');
    failNextWrite();
    expect(await problemOf(ben.email.finish.mutate(proof))).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    expect(await stored()).toBeNull();
    expect(await ben.email.finish.mutate(proof)).toEqual({ email: 'later@new.example' });
  });

  it('is written by one of two calls at once, on two servers, even when its code is proven already', async () => {
    const other = await startKit({ databaseUrl, logto: kit.logto });
    const servers = [ben, other.client(benToken, await kit.stepUpOf(benToken))];
    const proof = await started('race@new.example');
    failNextWrite();
    await problemOf(ben.email.finish.mutate(proof));
    const outcomes = await Promise.allSettled(servers.map((server) => server.email.finish.mutate(proof)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await other.stop();
  });

  it('bears ten guesses; then the right code comes too late, and so does a new one', async () => {
    const proof = await started('guessed@new.example', olga);
    const guess = { flow: proof.flow, code: another(proof.code) };
    for (let count = 0; count < 10; count += 1) {
      expect(await problemOf(olga.email.finish.mutate(guess))).toMatchObject({ code: 'INPUT_INVALID' });
    }
    expect(await problemOf(olga.email.finish.mutate(proof))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryAfterSeconds: expect.any(Number),
    });
    const next = await started('guessed@new.example', olga);
    expect(await problemOf(olga.email.finish.mutate(next))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(await stored(olgaId)).toBe('olga@harbor.example');
  });

  it('is over when its time is, and says when its code is older than Logto likes', async () => {
    const proof = await started('late@new.example');
    const passcode = kit.logto.state.passcodes.find(({ address }) => address === 'late@new.example');
    Object.assign(passcode ?? {}, { createdAt: Date.now() - 601_000 });
    expect(await problemOf(ben.email.finish.mutate(proof))).toMatchObject({
      fields: [{ path: 'code', code: 'CODE_EXPIRED' }],
    });
    await kit.store.query("update account.flows set expires_at = now() - interval '1 second'", []);
    expect(await problemOf(ben.email.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
  });

  it('cannot be started without end: an address gets five codes, whoever has them sent', async () => {
    const target = { email: 'bombed@harbor.example' };
    for (let count = 0; count < 3; count += 1) await ben.email.start.mutate(target);
    for (let count = 0; count < 2; count += 1) await olga.email.start.mutate(target);
    for (const client of [ben, olga]) {
      expect(await problemOf(client.email.start.mutate(target))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    }
  });
});

describe('no email address', () => {
  it('is possible while something else lets the person in, once', async () => {
    expect(await olga.email.remove.mutate()).toEqual({ email: null });
    expect(await stored(olgaId)).toBeNull();
    expect(await problemOf(olga.email.remove.mutate())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused to somebody who signs in by nothing else', async () => {
    await kit.management.users.update(olgaId, { username: null });
    expect(await problemOf(olga.email.remove.mutate())).toMatchObject({ code: 'LAST_WAY_IN' });
    expect(await stored(olgaId)).toBe('olga@harbor.example');
  });

  it('and no username cannot be had by asking for both at once', async () => {
    const outcomes = await Promise.allSettled([olga.email.remove.mutate(), olga.username.remove.mutate()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the operator', () => {
  it('can close the address: then nothing is sent, written or removed', async () => {
    const closed = await startKit();
    closed.setAccountCenter({ email: 'ReadOnly' });
    const token = await closed.tokenOf('olga');
    const person = closed.client(token, await closed.stepUpOf(token));
    for (const call of [
      () => person.email.start.mutate({ email: 'olga@new.example' }),
      () => person.email.finish.mutate({ flow: 'x', code: '1' }),
      () => person.email.remove.mutate(),
    ]) {
      expect(await problemOf(call())).toMatchObject({ code: 'FIELD_NOT_EDITABLE', closed: ['email'] });
    }
    expect(closed.logto.state.inbox).toEqual([]);
    await closed.stop();
  });

  it('who has set up nothing to send codes with is told apart from a wrong address', async () => {
    const mute = await startKit();
    const { connectors } = mute.logto.state;
    for (const [id, { type }] of connectors) if (type === 'Email') connectors.delete(id);
    const token = await mute.tokenOf('ben');
    const person = mute.client(token, await mute.stepUpOf(token));
    expect(await problemOf(person.email.start.mutate({ email: 'ben@new.example' }))).toMatchObject({
      code: 'CODES_NOT_DELIVERABLE',
    });
    await mute.stop();
  });
});
