import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { journal } from '../../store/schema.ts';

type Log = Kit['logto']['state']['logs'][number];

const firefox = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0';

let kit: Kit;
let ben: Client;
let ada: Client;
let benId: string;
beforeAll(async () => {
  kit = await startKit();
  ben = kit.client(await kit.tokenOf('ben'));
  ada = kit.client(await kit.tokenOf('ada'));
  benId = (await ben.account.overview.query()).id;
});
afterAll(() => kit.stop());
beforeEach(async () => {
  kit.logto.state.logs = [];
  await kit.store.db.delete(journal);
});

let made = 0;
function log(key: string, at: number, payload: Partial<Log['payload']> = {}) {
  made += 1;
  const id = `log${made}`;
  const known = { key, result: 'Success' as const, userId: benId };
  kit.logto.state.logs.push({ id, key, createdAt: at, payload: { ...known, ...payload } });
}

function write(event: string, at: number, more: Partial<typeof journal.$inferInsert> = {}) {
  const known = { event, at: new Date(at), personId: benId, actorId: benId, outcome: 'done', requestId: 'r' };
  return kit.store.db.insert(journal).values({ ...known, ...more });
}

describe('the feed', () => {
  it('tells what was done here and what Logto saw as one, newest first', async () => {
    log('Interaction.SignIn.Submit', 1000, {
      ip: '203.0.113.7',
      userAgent: firefox,
      applicationId: 'account-web',
      signInContext: { city: 'Taipei', country: 'TW', botScore: '1' },
    });
    await write('token.created', 2000, {
      network: '198.51.100.0',
      device: 'Safari on iOS',
      details: { name: 'CI', expiresAt: 5, value: 'pat_secret' },
    });
    log('Interaction.SignIn.Verification.Password.Submit', 3000, {
      result: 'Error',
      error: 'secret internals',
    });
    await write('token.removed', 4000, { outcome: 'NOT_FOUND', actorId: 'olga', details: { name: 'x' } });
    const { items, nextCursor } = await ben.activity.list.query({});
    expect(nextCursor).toBeNull();
    expect(items.map(({ at }) => at)).toEqual([4000, 3000, 2000, 1000]);
    const unknown = { device: null, network: null, place: null, application: null };
    expect(items).toEqual([
      {
        ...unknown,
        id: expect.stringMatching(/^account-\d+$/),
        at: 4000,
        source: 'account',
        event: 'token.removed',
        outcome: 'refused',
        by: 'support',
        details: { name: 'x', reason: 'NOT_FOUND' },
      },
      {
        ...unknown,
        id: expect.stringMatching(/^sign-in-log\d+$/),
        at: 3000,
        source: 'sign-in',
        event: 'sign-in.failed',
        outcome: 'refused',
        by: 'you',
        details: { method: 'Password' },
      },
      expect.objectContaining({
        event: 'token.created',
        outcome: 'done',
        by: 'you',
        network: '198.51.100.0',
        device: 'Safari on iOS',
        details: { name: 'CI', expiresAt: 5 },
      }),
      expect.objectContaining({
        event: 'sign-in.done',
        network: '203.0.113.0',
        device: 'Firefox on macOS',
        place: 'Taipei, TW',
        application: { id: 'account-web', name: expect.stringMatching(/./) },
        details: {},
      }),
    ]);
  });

  it('shows nothing of what Logto keeps about requests and failures', async () => {
    log('ExchangeTokenBy.TokenExchange', 1, {
      result: 'Error',
      error: { message: 'secret message', data: { token: 'secret token' } },
      params: { subject_token: 'secret pat' },
      ip: '203.0.113.7',
      userAgent: 'secret agent',
      sessionId: 'secret session',
      applicationId: 'secret-application',
    });
    const page = await ben.activity.list.query({});
    expect(page.items).toMatchObject([{ event: 'token.exchanged', outcome: 'refused', application: null }]);
    expect(JSON.stringify(page)).not.toMatch(/secret|203\.0\.113\.7/);
  });

  it.each([
    ['Interaction.Register.Submit', 'account.registered'],
    ['Interaction.ForgotPassword.Submit', 'password.reset'],
    ['Interaction.SignIn.BindMfa.Totp.Submit', 'mfa.added'],
    ['ExchangeTokenBy.AuthorizationCode', 'app.signed-in'],
    ['ExchangeTokenBy.TokenExchange', 'token.exchanged'],
    ['RevokeToken', 'app.signed-out'],
  ])('has a name of ours for %s', async (key, event) => {
    log(key, 1);
    expect((await ben.activity.list.query({})).items).toMatchObject([{ event, outcome: 'done' }]);
  });

  it('leaves out what says nothing: steps on the way, renewed tokens, beginnings and requests for a proof', async () => {
    log('Interaction.Create', 1);
    log('Interaction.SignIn.Verification.Password.Submit', 2);
    log('Interaction.SignIn.Submit', 3, { result: 'Error' });
    log('ExchangeTokenBy.RefreshToken', 4);
    log('Something.New', 5);
    await write('step-up.started', 6);
    await write('mfa.totp-started', 7);
    await write('email.code-sent', 8);
    await write('token.created', 9, { outcome: 'STEP_UP_REQUIRED' });
    await write('step-up.finished', 10, { outcome: 'INPUT_INVALID' });
    const { items } = await ben.activity.list.query({});
    expect(items).toMatchObject([{ event: 'step-up.finished', outcome: 'refused' }]);
  });

  it('tells what the system did from what the person did', async () => {
    await write('account.deleted', 1, { actorId: 'system' });
    expect((await ben.activity.list.query({})).items).toMatchObject([{ by: 'system' }]);
  });

  it('shows one kind when asked, and changes without asking Logto for its log', async () => {
    log('Interaction.SignIn.Submit', 1);
    await write('token.created', 2);
    const signIns = await ben.activity.list.query({ kind: 'sign-in' });
    expect(signIns.items.map(({ source }) => source)).toEqual(['sign-in']);
    const before = kit.calls.length;
    const changes = await ben.activity.list.query({ kind: 'change' });
    expect(changes.items.map(({ source }) => source)).toEqual(['account']);
    expect(kit.calls.slice(before)).not.toContain('/api/logs');
  });

  it('costs one reading of Logto’s log a page', async () => {
    for (let at = 1; at <= 30; at++) log('Interaction.SignIn.Submit', at);
    const before = kit.calls.length;
    await ben.activity.list.query({ limit: 5 });
    expect(kit.calls.slice(before).filter((path) => path === '/api/logs')).toHaveLength(1);
  });
});

describe('reading on', () => {
  async function readAll(limit: number, between: () => unknown = () => undefined) {
    const pages: number[][] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Client['activity']['list']['query']>> = await ben.activity.list.query({
        limit,
        direction: 'forward',
        ...(cursor && { cursor }),
      });
      pages.push(page.items.map(({ at }) => at));
      cursor = page.nextCursor;
      await between();
    } while (cursor && pages.length < 50);
    return pages;
  }

  it('loses nothing, repeats nothing and stays in order, through many rows of one moment and while new ones come', async () => {
    const expected: number[] = [];
    for (let at = 1; at <= 40; at++) {
      for (let tied = 0; tied < 5; tied++) log('ExchangeTokenBy.RefreshToken', at);
      log('Interaction.SignIn.Submit', at);
      log('ExchangeTokenBy.AuthorizationCode', at);
      await write('token.created', at);
      expected.push(at, at, at);
    }
    const pages = await readAll(7, async () => {
      log('Interaction.SignIn.Submit', 1000);
      await write('token.removed', 1000);
    });
    expect(pages.flat()).toEqual(expected.reverse());
    expect(Math.max(...pages.map((page) => page.length))).toBe(7);
  });

  it('gets through a log that holds nothing to show', async () => {
    await write('token.created', 0);
    log('Interaction.SignIn.Submit', 1);
    for (let at = 2; at <= 250; at++) log('ExchangeTokenBy.RefreshToken', at);
    expect((await readAll(20)).flat()).toEqual([1, 0]);
  });

  it('goes through one kind alone as well', async () => {
    for (let at = 1; at <= 5; at++) await write('token.created', at);
    const first = await ben.activity.list.query({ kind: 'change', limit: 3 });
    const cursor = first.nextCursor ?? '';
    const second = await ben.activity.list.query({ kind: 'change', limit: 3, cursor });
    expect([...first.items, ...second.items].map(({ at }) => at)).toEqual([5, 4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  it.each(['x', 'e30', '{"kind":"all"}', '', Buffer.from('[1]').toString('base64url'), 'x'.repeat(4097)])(
    'with a made-up cursor %# is refused',
    async (cursor) => {
      expect(await problemOf(ben.activity.list.query({ cursor }))).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'cursor' }],
      });
    },
  );

  it.each([{ at: 9e15 }, { at: -1 }, { done: Array(51).fill('x') }, { done: ['x'.repeat(65)] }])(
    'with a cursor that asks Logto for nonsense is refused: %j',
    async (log) => {
      const position = { kind: 'all', journal: 1, log: { at: 1, done: [], ...log } };
      const cursor = Buffer.from(JSON.stringify(position)).toString('base64url');
      expect(await problemOf(ben.activity.list.query({ cursor }))).toMatchObject({ code: 'INPUT_INVALID' });
    },
  );

  it('with a cursor of another kind is refused, because its positions would leave rows out', async () => {
    for (let at = 1; at <= 3; at++) await write('token.created', at);
    const { nextCursor } = await ben.activity.list.query({ kind: 'change', limit: 1 });
    const call = ben.activity.list.query({ kind: 'all', limit: 1, cursor: nextCursor ?? '' });
    expect(await problemOf(call)).toMatchObject({ code: 'INPUT_INVALID', fields: [{ path: 'cursor' }] });
  });

  it.each([0, 51, 1.5])('in pages of %d is refused', async (limit) => {
    expect(await problemOf(ben.activity.list.query({ limit }))).toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('the past of another person', () => {
  it('is never shown, not even with their cursor', async () => {
    for (let at = 1; at <= 5; at++) {
      log('Interaction.SignIn.Submit', at);
      await write('token.created', at);
    }
    const { nextCursor } = await ben.activity.list.query({ limit: 2 });
    expect((await ada.activity.list.query({})).items).toEqual([]);
    expect((await ada.activity.list.query({ cursor: nextCursor ?? '' })).items).toEqual([]);
  });

  it('does not stand in the way of one’s own', async () => {
    log('Interaction.SignIn.Submit', 1);
    for (let at = 2; at <= 150; at++) log('Interaction.SignIn.Submit', at, { userId: 'adalovelace0' });
    expect((await ben.activity.list.query({})).items).toMatchObject([{ at: 1 }]);
  });

  it('stays out even when Logto hands it over', async () => {
    const foreign = {
      tenantId: 'default',
      id: 'foreign',
      key: 'Interaction.SignIn.Submit',
      payload: { key: 'Interaction.SignIn.Submit', result: 'Success', userId: benId },
      createdAt: 1,
    };
    kit.logto.state.faults.push({
      path: '/api/logs',
      count: 1,
      status: 200,
      body: JSON.stringify([foreign]),
    });
    expect((await ada.activity.list.query({ kind: 'sign-in' })).items).toEqual([]);
    expect(kit.logto.state.faults).toEqual([]);
  });
});
