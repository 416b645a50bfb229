import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';

let kit: Kit;
let ben: Client;
let benToken: string;
const benId = 'benfranklin0';

const allowAll = { lowercase: true, uppercase: true, numbers: true, underscore: true };

/** The kit's tenant settings are kept for a while, so each policy gets a kit of its own. */
async function start(usernamePolicy?: Record<string, unknown>) {
  const started = await startKit();
  if (usernamePolicy) Object.assign(started.logto.state.signInExperience, { usernamePolicy });
  return started;
}

beforeAll(async () => {
  kit = await start({ minLength: 3, allowedChars: { ...allowAll, uppercase: false, underscore: false } });
  benToken = await kit.tokenOf('ben');
  ben = kit.client(benToken, await kit.stepUpOf(benToken));
});
afterAll(() => kit.stop());
beforeEach(() => kit.management.users.update(benId, { username: 'ben' }));

const stored = async () => (await kit.management.users.get(benId)).username;

describe('reading the username', () => {
  it("shows it with the tenant's policy; what the tenant does not say has Logto's default", async () => {
    expect(await ben.username.get.query()).toEqual({
      username: 'ben',
      policy: {
        minLength: 3,
        maxLength: 128,
        allowedChars: { lowercase: true, uppercase: false, numbers: true, underscore: false },
        caseSensitive: true,
      },
    });
  });
});

describe('another username', () => {
  it('is written and answered as it is stored', async () => {
    expect(await ben.username.update.mutate({ username: ' benjamin7 ' })).toEqual({ username: 'benjamin7' });
    expect(await stored()).toBe('benjamin7');
  });

  it('is held against every rule at once, because Logto holds it against none of the tenant', async () => {
    const problem = await problemOf(ben.username.update.mutate({ username: '1_' }));
    expect(problem).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [
        { path: 'username', code: 'STARTS_WITH_NUMBER' },
        { path: 'username', code: 'TOO_SHORT', limit: 3 },
        { path: 'username', code: 'UNDERSCORE_NOT_ALLOWED' },
      ],
    });
    expect(await stored()).toBe('ben');
  });

  it.each([
    ['Benjamin', 'UPPERCASE_NOT_ALLOWED'],
    ['ben jamin', 'CHARACTERS_NOT_ALLOWED'],
    ['ben@harbor.example', 'CHARACTERS_NOT_ALLOWED'],
    ['bеnjamin', 'CHARACTERS_NOT_ALLOWED'],
    ['ben\u0000jamin', 'CHARACTERS_NOT_ALLOWED'],
    ['ben\njamin', 'CHARACTERS_NOT_ALLOWED'],
    ['ben', 'SAME_AS_BEFORE'],
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['x'.repeat(129), 'TOO_LONG'],
    ['ada', 'TAKEN'],
  ])('is refused beside its field: %j is %s', async (username, code) => {
    expect(await problemOf(ben.username.update.mutate({ username }))).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'username', code }],
    });
    expect(await stored()).toBe('ben');
  });

  it('is not changed by a call without a fresh proof', async () => {
    const unproven = kit.client(benToken);
    const refusal = { code: 'STEP_UP_REQUIRED', purpose: 'change' };
    expect(await problemOf(unproven.username.update.mutate({ username: 'mallory' }))).toMatchObject(refusal);
    expect(await problemOf(unproven.username.remove.mutate())).toMatchObject(refusal);
    expect(await stored()).toBe('ben');
  });

  it('cannot be given to somebody else', async () => {
    const answer = await fetch(`${kit.url}/username.update`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${benToken}`,
        'x-step-up': await kit.stepUpOf(benToken),
      },
      body: JSON.stringify({ username: 'mallory', userId: 'adalovelace0', id: 'adalovelace0' }),
    });
    expect(answer.status).toBe(400);
    expect((await kit.management.users.get('adalovelace0')).username).toBe('ada');
  });
});

describe('no username', () => {
  it('is refused to somebody who signs in by nothing else', async () => {
    expect(await problemOf(ben.username.remove.mutate())).toMatchObject({ code: 'LAST_WAY_IN' });
    expect(await stored()).toBe('ben');
  });

  it('is possible with another way in, once', async () => {
    const token = await kit.tokenOf('olga');
    const olga = kit.client(token, await kit.stepUpOf(token));
    expect(await olga.username.remove.mutate()).toEqual({ username: null });
    expect((await olga.username.get.query()).username).toBeNull();
    expect(await problemOf(olga.username.remove.mutate())).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the operator', () => {
  it('can lay down digits and capitals', async () => {
    const strict = await start({ allowedChars: { ...allowAll, lowercase: false, numbers: false } });
    const token = await strict.tokenOf('ben');
    const person = strict.client(token, await strict.stepUpOf(token));
    expect(await problemOf(person.username.update.mutate({ username: 'Ben1' }))).toMatchObject({
      fields: [{ code: 'LOWERCASE_NOT_ALLOWED' }, { code: 'NUMBERS_NOT_ALLOWED' }],
    });
    expect(await person.username.update.mutate({ username: 'BEN_' })).toEqual({ username: 'BEN_' });
    await strict.stop();
  });

  it('can close the username, or hide it', async () => {
    const closed = await startKit();
    closed.setAccountCenter({ username: 'ReadOnly' });
    const token = await closed.tokenOf('ben');
    const person = closed.client(token, await closed.stepUpOf(token));
    const refusal = { code: 'FIELD_NOT_EDITABLE', closed: ['username'] };
    expect(await problemOf(person.username.update.mutate({ username: 'benny' }))).toMatchObject(refusal);
    expect(await problemOf(person.username.remove.mutate())).toMatchObject(refusal);
    expect((await person.username.get.query()).username).toBe('ben');
    await closed.stop();

    const hidden = await startKit();
    hidden.setAccountCenter({ username: 'Off' });
    const other = hidden.client(await hidden.tokenOf('ben'));
    expect(await problemOf(other.username.get.query())).toMatchObject({ code: 'NOT_AVAILABLE' });
    await hidden.stop();
  });
});
