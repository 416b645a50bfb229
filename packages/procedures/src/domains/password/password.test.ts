import { demoPassword, signInByCodeFlow, type Tokens } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { Scope } from '../../schemas.ts';

const benId = 'benfranklin0';
const fresh = 'brisk-otter-71';

let kit: Kit;
let token: string;
let ben: Client;

beforeAll(async () => {
  kit = await startKit();
  Object.assign(kit.logto.state.signInExperience, {
    passwordPolicy: { length: { min: 10 }, characterTypes: { min: 2 }, rejects: { words: ['harbor'] } },
    passwordExpiration: { enabled: true, validPeriodDays: 90 },
  });
});
afterAll(() => kit.stop());
beforeEach(async () => {
  await kit.management.users.password.set(benId, demoPassword);
  await kit.store.query('delete from account.limits', []);
  await kit.store.query('delete from account.step_up_floors', []);
  token = (await signIn()).accountToken;
  ben = kit.client(token);
});

function signIn(extra?: Record<string, string>): Promise<Tokens> {
  const person = { identifier: 'ben', password: demoPassword, scopes: Scope.options };
  return signInByCodeFlow(kit.logto.endpoint, { ...person, ...(extra && { extra }) });
}

const isPassword = (password: string) => kit.management.users.password.verify(benId, password);

const wrongCurrent = { fields: [{ path: 'currentPassword', code: 'WRONG_PASSWORD' }] };

describe('reading', () => {
  it("tells whether there is a password and what the tenant asks of one; what it does not say has Logto's default", async () => {
    expect(await ben.password.get.query()).toEqual({
      hasPassword: true,
      policy: {
        minLength: 10,
        maxLength: 256,
        minCharacterTypes: 2,
        rejectsLeaked: true,
        rejectsRepetitionAndSequence: true,
        rejectsPersonalInfo: true,
        forbiddenWords: ['harbor'],
      },
      validForDays: 90,
    });
  });
});

describe('a check', () => {
  it.each([
    [fresh, []],
    ['short-1', [{ path: 'password', code: 'TOO_SHORT', limit: 10 }]],
    ['onlylowercase', [{ path: 'password', code: 'TOO_FEW_CHARACTER_TYPES', limit: 2 }]],
    ['пароль-пароль', [{ path: 'password', code: 'CHARACTERS_NOT_ALLOWED' }]],
    ['harborharbor1', [{ path: 'password', code: 'FORBIDDEN_WORDS' }]],
    ['benbenbenben1', [{ path: 'password', code: 'PERSONAL_INFO' }]],
    ['1111111111aaa', [{ path: 'password', code: 'REPETITION' }]],
    [
      '123456aA',
      [
        { path: 'password', code: 'TOO_SHORT', limit: 10 },
        { path: 'password', code: 'LEAKED' },
        { path: 'password', code: 'SEQUENCE' },
      ],
    ],
  ])('says everything that the tenant would refuse: %s', async (password, issues) => {
    expect(await ben.password.check.mutate({ password })).toEqual({ issues });
  });

  it('says that Logto is out of order while it cannot ask whether a password has leaked, and none is set', async () => {
    kit.logto.state.isOffline = true;
    const check = ben.password.check.mutate({ password: fresh });
    expect(await problemOf(check)).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    const update = ben.password.update.mutate({ password: fresh, currentPassword: demoPassword });
    expect(await problemOf(update)).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    kit.logto.state.isOffline = false;
    expect(await isPassword(demoPassword)).toBe(true);
  });

  it('changes nothing and leaves no trace', async () => {
    await kit.store.query('delete from account.journal', []);
    await ben.password.check.mutate({ password: fresh });
    expect(await kit.store.query('select 1 from account.journal', [])).toEqual([]);
    expect(await isPassword(demoPassword)).toBe(true);
  });

  it('cannot be asked in an address, where passwords end up in logs', async () => {
    const input = encodeURIComponent(JSON.stringify({ password: fresh }));
    const answer = await fetch(`${kit.url}/password.check?input=${input}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(405);
  });
});

describe('another password', () => {
  it('is set with the current one as proof', async () => {
    const update = { password: fresh, currentPassword: demoPassword };
    expect(await ben.password.update.mutate(update)).toEqual({ signedOut: 'everywhere' });
    expect(await isPassword(fresh)).toBe(true);
  });

  it('is set with a fresh proof, and that proof counts no more afterwards', async () => {
    const proven = kit.client(token, await kit.stepUpOf(token));
    await proven.password.update.mutate({ password: fresh });
    expect(await isPassword(fresh)).toBe(true);
    expect(await problemOf(proven.username.update.mutate({ username: 'benny' }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    expect(await problemOf(proven.password.update.mutate({ password: demoPassword }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    expect(await isPassword(fresh)).toBe(true);
  });

  it('needs one of the two, and a wrong password is not made good by the other', async () => {
    expect(await problemOf(ben.password.update.mutate({ password: fresh }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
      purpose: 'change',
    });
    const forDeletion = kit.client(token, await kit.stepUpOf(token, 'delete'));
    expect(await problemOf(forDeletion.password.update.mutate({ password: fresh }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    const adaToken = await kit.tokenOf('ada');
    const stolen = kit.client(token, await kit.stepUpOf(adaToken));
    expect(await problemOf(stolen.password.update.mutate({ password: fresh }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    const proven = kit.client(token, await kit.stepUpOf(token));
    const wrong = { password: fresh, currentPassword: 'wrong' };
    expect(await problemOf(proven.password.update.mutate(wrong))).toMatchObject(wrongCurrent);
    expect(await isPassword(demoPassword)).toBe(true);
  });

  it.each([
    ['', [{ path: 'password', code: 'REQUIRED' }]],
    [`${'a1-'.repeat(85)}xy`, [{ path: 'password', code: 'TOO_LONG', limit: 256 }]],
    ['short-1', [{ path: 'password', code: 'TOO_SHORT', limit: 10 }]],
    ['benbenbenben1', [{ path: 'password', code: 'PERSONAL_INFO' }]],
    [demoPassword, [{ path: 'password', code: 'SAME_AS_BEFORE' }]],
  ])('is held against the rules whatever the app has checked: %j', async (password, fields) => {
    const update = { password, currentPassword: demoPassword };
    expect(await problemOf(ben.password.update.mutate(update))).toMatchObject({
      code: 'INPUT_INVALID',
      fields,
    });
    const proven = kit.client(token, await kit.stepUpOf(token));
    expect(await problemOf(proven.password.update.mutate({ password }))).toMatchObject({ fields });
    expect(await isPassword(demoPassword)).toBe(true);
  });

  it('cannot be had by guessing: tries here and at the proof count together, also those made at once', async () => {
    const olga = kit.client(await kit.tokenOf('olga'));
    const wrong = { method: 'password', password: 'wrong', purpose: 'change' } as const;
    const tries = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0
        ? problemOf(olga.stepUp.finish.mutate(wrong))
        : problemOf(olga.password.update.mutate({ password: fresh, currentPassword: 'wrong' })),
    );
    const problems = await Promise.all(tries);
    expect(problems.filter(({ code }) => code === 'TOO_MANY_REQUESTS')).toHaveLength(2);
    const right = { password: fresh, currentPassword: demoPassword };
    expect(await problemOf(olga.password.update.mutate(right))).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it('is set by one of two calls at once: the other has a password that is no longer current', async () => {
    const outcomes = await Promise.allSettled(
      ['first-otter-71', 'second-otter-72'].map((password) =>
        ben.password.update.mutate({ password, currentPassword: demoPassword }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is nowhere in the journal or the log, nor is the old one', async () => {
    await kit.store.query('delete from account.journal', []);
    kit.logto.state.faults.push({ path: `/api/users/${benId}/sessions`, count: 20, status: 500 });
    await ben.password.update.mutate({ password: fresh, currentPassword: demoPassword });
    kit.logto.state.faults.length = 0;
    const rows = await kit.store.query('select event, outcome, details from account.journal', []);
    expect(rows).toEqual([
      { event: 'password.updated', outcome: 'done', details: { proof: 'password', signedOut: 'failed' } },
    ]);
    expect(kit.logged).not.toEqual([]);
    const text = JSON.stringify([rows, kit.logged.map((each) => ({ ...each, err: String(each.err) }))]);
    for (const secret of [fresh, demoPassword]) expect(text).not.toContain(secret);
  });
});

describe('a first password', () => {
  it('asks somebody who has no other method to sign in anew', async () => {
    const { accountToken, idToken } = await signIn({ max_age: '0' });
    const user = kit.logto.state.users.get(benId);
    if (user) user.password = null;
    const person = kit.client(accountToken);
    expect((await person.password.get.query()).hasPassword).toBe(false);
    expect(await problemOf(person.password.update.mutate({ password: fresh }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    for (const currentPassword of ['null', 'undefined', demoPassword]) {
      expect(
        await problemOf(person.password.update.mutate({ password: fresh, currentPassword })),
      ).toMatchObject(wrongCurrent);
    }
    const proof = { method: 'reauthenticate', idToken, purpose: 'change' } as const;
    const proven = kit.client(accountToken, (await person.stepUp.finish.mutate(proof)).token);
    await proven.password.update.mutate({ password: fresh });
    expect(await isPassword(fresh)).toBe(true);
  });
});

describe('the operator', () => {
  it('can close the password, or hide it', async () => {
    const closed = await startKit();
    closed.setAccountCenter({ password: 'ReadOnly' });
    const person = closed.client(await closed.tokenOf('ben'));
    const update = { password: fresh, currentPassword: demoPassword };
    expect(await problemOf(person.password.update.mutate(update))).toMatchObject({
      code: 'FIELD_NOT_EDITABLE',
      closed: ['password'],
    });
    expect((await person.password.get.query()).validForDays).toBeNull();
    await closed.stop();

    const hidden = await startKit();
    hidden.setAccountCenter({ password: 'Off' });
    const other = hidden.client(await hidden.tokenOf('ben'));
    expect(await problemOf(other.password.get.query())).toMatchObject({ code: 'NOT_AVAILABLE' });
    expect(await problemOf(other.password.check.mutate({ password: fresh }))).toMatchObject({
      code: 'NOT_AVAILABLE',
    });
    await hidden.stop();
  });
});
