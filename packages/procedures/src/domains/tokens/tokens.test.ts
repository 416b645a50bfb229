import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { journal } from '../../store/schema.ts';

const day = 24 * 60 * 60 * 1000;

let kit: Kit;
let ben: Client;
let benId: string;
let benToken: string;
/** Ada, with a proof of her own. */
let ada: Client;
beforeAll(async () => {
  kit = await startKit();
  benToken = await kit.tokenOf('ben');
  ben = kit.client(benToken, await kit.stepUpOf(benToken));
  benId = (await ben.account.overview.query()).id;
  const adaToken = await kit.tokenOf('ada');
  ada = kit.client(adaToken, await kit.stepUpOf(adaToken));
});
afterAll(() => kit.stop());
beforeEach(() => {
  stored().length = 0;
  kit.logto.state.faults.length = 0;
});

function stored() {
  const tokens = kit.logto.state.users.get(benId)?.personalAccessTokens;
  if (!tokens) throw new Error('Ben is gone');
  return tokens;
}

const put = (name: string, more: { createdAt?: number; expiresAt?: number | null } = {}) =>
  stored().push({ name, value: `pat_${'x'.repeat(32)}`, createdAt: 1, expiresAt: null, ...more });
const names = () => stored().map(({ name }) => name);
const problem = (path: string, code: string) => ({ code: 'INPUT_INVALID', fields: [{ path, code }] });

describe('the list', () => {
  it('shows the newest token first and never a value', async () => {
    put('old', { createdAt: 1, expiresAt: 2 });
    put('new', { createdAt: 3 });
    const list = await ben.tokens.list.query();
    expect(list.tokens).toEqual([
      { name: 'new', createdAt: 3, expiresAt: null, isExpired: false },
      { name: 'old', createdAt: 1, expiresAt: 2, isExpired: true },
    ]);
    expect(JSON.stringify(list)).not.toContain('pat_');
  });

  it('takes an expiry of 0 for what it is to Logto: never', async () => {
    put('for ever', { expiresAt: 0 });
    expect((await ben.tokens.list.query()).tokens).toMatchObject([{ expiresAt: null, isExpired: false }]);
  });

  it('costs one call about the person beside the reading of the person', async () => {
    const before = kit.calls.length;
    await ben.tokens.list.query();
    expect(kit.calls.slice(before).filter((path) => path.startsWith('/api/users'))).toEqual([
      '/api/users/{userId}',
      '/api/users/{userId}/personal-access-tokens',
    ]);
  });
});

describe('a new token', () => {
  it('is handed out once, expires by the clock of the server and is in the list', async () => {
    const before = Date.now();
    const made = await ben.tokens.create.mutate({ name: '  CI server ', expiresInDays: 30 });
    expect(made).toMatchObject({ name: 'CI server', value: expect.stringMatching(/^pat_\w{32}$/) });
    expect(made.expiresAt).toBeGreaterThanOrEqual(before + 30 * day);
    expect(made.expiresAt).toBeLessThanOrEqual(Date.now() + 30 * day);
    expect(stored()).toMatchObject([{ value: made.value, expiresAt: made.expiresAt }]);
  });

  it('lives for ever only when that is said', async () => {
    expect(await ben.tokens.create.mutate({ name: 'a', expiresInDays: null })).toMatchObject({
      expiresAt: null,
    });
    // @ts-expect-error the lifetime must be named
    expect(await problemOf(ben.tokens.create.mutate({ name: 'b' }))).toMatchObject({ code: 'INPUT_INVALID' });
  });

  it.each([0, -1, 1.5, 3651, 1e16, Number.MAX_SAFE_INTEGER])(
    'is refused a lifetime of %d days',
    async (days) => {
      const refusal = await problemOf(ben.tokens.create.mutate({ name: 'x', expiresInDays: days }));
      expect(refusal).toMatchObject({ code: 'INPUT_INVALID', fields: [{ path: 'expiresInDays' }] });
      expect(stored()).toEqual([]);
    },
  );

  it.each(['', '   ', '\u200b\u200d', 'x'.repeat(129), 'a\0b', 'a\nb', '\ud800'])(
    'is refused the name %j',
    async (name) => {
      expect(await problemOf(ben.tokens.create.mutate({ name, expiresInDays: 1 }))).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'name' }],
      });
      expect(stored()).toEqual([]);
    },
  );

  it.each(['laptop', ' LAPTOP ', 'Lap\u200btop', 'Ｌaptop'])(
    'is refused the name %j beside "Laptop", which reads the same',
    async (name) => {
      put('Laptop');
      expect(await problemOf(ben.tokens.create.mutate({ name, expiresInDays: 1 }))).toMatchObject(
        problem('name', 'TAKEN'),
      );
      expect(names()).toEqual(['Laptop']);
    },
  );

  it('may have the name of another person’s token', async () => {
    expect(await ben.tokens.create.mutate({ name: 'Build server', expiresInDays: 1 })).toMatchObject({
      name: 'Build server',
    });
  });

  it('is refused beyond fifty, expired ones included', async () => {
    for (let index = 0; index < 50; index++) put(`t${index}`, { expiresAt: 2 });
    expect(await problemOf(ben.tokens.create.mutate({ name: 'x', expiresInDays: 1 }))).toMatchObject({
      code: 'NOT_AVAILABLE',
      reason: 'TOO_MANY',
    });
  });

  it('is made once of two parallel calls with names that read the same', async () => {
    const outcomes = await Promise.allSettled(
      ['Twin', 'twin'].map((name) => ben.tokens.create.mutate({ name, expiresInDays: 1 })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(stored()).toHaveLength(1);
  });

  it('does not stay behind when its value was lost on the way', async () => {
    const path = `/api/users/${benId}/personal-access-tokens`;
    kit.logto.state.faults.push({ path, method: 'POST', count: 1, cut: 'half' });
    expect(await problemOf(ben.tokens.create.mutate({ name: 'lost', expiresInDays: 1 }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
    expect(stored()).toEqual([]);
  });

  it('is in the journal with its name and expiry, never its value', async () => {
    const { value } = await ben.tokens.create.mutate({ name: 'journaled', expiresInDays: 1 });
    const rows = await kit.store.db.select().from(journal);
    const row = rows.findLast(({ event }) => event === 'token.created');
    expect(row).toMatchObject({
      outcome: 'done',
      details: { name: 'journaled', expiresAt: expect.any(Number) },
    });
    expect(JSON.stringify(rows)).not.toContain(value);
  });
});

describe('every name that can exist', () => {
  it.each([
    '..',
    '.',
    '%2f',
    'a/b?c#d',
    '🪴👩‍👩‍👧',
    '../../users',
    ' spaced ',
    'tab\there',
    'x'.repeat(256),
    '0',
  ])('can be renamed and removed: %j', async (name) => {
    put(name);
    put('other');
    expect(await ben.tokens.update.mutate({ name, newName: 'plain' })).toMatchObject({ name: 'plain' });
    put(name);
    await ben.tokens.remove.mutate({ name });
    expect(names()).toEqual(['plain', 'other']);
  });
});

describe('a new name', () => {
  it('answers without the value and changes nothing else', async () => {
    put('a', { createdAt: 5, expiresAt: 9e15 });
    expect(await ben.tokens.update.mutate({ name: 'a', newName: 'b' })).toEqual({
      name: 'b',
      createdAt: 5,
      expiresAt: 9e15,
      isExpired: false,
    });
  });

  it('may differ from the old one in case only, and from no other', async () => {
    put('laptop');
    put('Server');
    await ben.tokens.update.mutate({ name: 'laptop', newName: 'Laptop' });
    expect(await problemOf(ben.tokens.update.mutate({ name: 'Laptop', newName: 'server' }))).toMatchObject(
      problem('newName', 'TAKEN'),
    );
    expect(names()).toEqual(['Laptop', 'Server']);
  });
});

describe('a token of another person', () => {
  it('is not found, and stays as it is', async () => {
    put('Secret of Ben');
    const name = 'Secret of Ben';
    expect(await problemOf(ada.tokens.update.mutate({ name, newName: 'x' }))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await problemOf(ada.tokens.remove.mutate({ name }))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ada.tokens.list.query()).tokens.map((token) => token.name)).not.toContain(name);
    expect(names()).toEqual([name]);
  });

  it('is not made or removed with the proof of another person', async () => {
    put('kept');
    const adaProof = await kit.stepUpOf(await kit.tokenOf('ada'));
    const thief = kit.client(benToken, adaProof);
    expect(await problemOf(thief.tokens.remove.mutate({ name: 'kept' }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    expect(names()).toEqual(['kept']);
  });
});

describe('where the operator wants tokens to end', () => {
  it('none lives longer, or for ever, and only what is allowed is offered', async () => {
    const strict = await startKit({ tokens: { presetsDays: [7, 30, 90], maxDays: 30 } });
    try {
      const token = await strict.tokenOf('ben');
      const client = strict.client(token, await strict.stepUpOf(token));
      for (const expiresInDays of [31, null]) {
        expect(await problemOf(client.tokens.create.mutate({ name: 'x', expiresInDays }))).toMatchObject({
          code: 'INPUT_INVALID',
          fields: [{ path: 'expiresInDays', code: 'TOO_LARGE', limit: 30 }],
        });
      }
      await client.tokens.create.mutate({ name: 'x', expiresInDays: 30 });
      expect(await client.tokens.list.query()).toMatchObject({ presetsDays: [7, 30], maxDays: 30 });
    } finally {
      await strict.stop();
    }
  });
});
