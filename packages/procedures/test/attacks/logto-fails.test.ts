import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Kit, problemOf, startKit } from '../kit.ts';
import { benId, type Change, type Changes, otherPassword, prepareChanges, redirectUri } from './changes.ts';

type Fault = Partial<Kit['logto']['state']['faults'][number]>;
type Step = Pick<Change, 'method' | 'path'>;

const timeoutMs = 1000;

/** What Logto does in the middle of a change, and what the person is told. */
const failures: Record<string, { fault: Fault; told: object }> = {
  'is asked too often, and says how long to wait': {
    fault: { status: 429, headers: { 'retry-after': '7' } },
    told: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 7 },
  },
  'is asked too often': {
    fault: { status: 429, body: '{"code":"request.rate_limited","message":"."}' },
    told: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: 60 },
  },
  'is away (503)': { fault: { status: 503 }, told: { code: 'LOGTO_UNAVAILABLE' } },
  'cuts the connection': { fault: { cut: 'before' }, told: { code: 'LOGTO_UNAVAILABLE' } },
  'takes too long': {
    fault: { delayMs: timeoutMs * 1.5, cut: 'before' },
    told: { code: 'LOGTO_UNAVAILABLE' },
  },
};

let kit: Kit;
let changes: Changes;

beforeAll(async () => {
  kit = await startKit({ timeoutMs, socialRedirectUris: [redirectUri] });
  changes = await prepareChanges(kit);
});
afterAll(() => kit.stop());
beforeEach(async () => {
  await changes.reset();
  // Faults in a row would be taken for a Logto that is down.
  await kit.management.users.get(benId);
});

function ben() {
  const found = kit.logto.state.users.get(benId);
  if (!found) throw new Error('There is no Ben');
  return found;
}

const fail = ({ method, path }: Step, fault: Fault) =>
  void kit.logto.state.faults.push({ method, path, count: 1, ...fault });

describe.each(Object.entries(failures))('when Logto %s', (_what, { fault, told }) => {
  // Waiting is dear; what follows it is the same.
  const names = ['email', 'password', 'token', 'totp', 'backupCodes'] as const;
  it.each(names.slice(0, 'delayMs' in fault ? 3 : 5))(
    'in the middle of %s: that is said, nothing is half done, and the same call does it',
    async (name) => {
      const { begin, isDone, ...step } = changes.list[name];
      const change = await begin();
      fail(step, fault);
      expect(await problemOf(change())).toMatchObject(told);
      expect(isDone(ben())).toBe(false);
      await change();
      expect(isDone(ben())).toBe(true);
      // No second effect, whatever it is answered.
      await problemOf(change());
      expect(isDone(ben())).toBe(true);
    },
  );

  it('in the middle of a social link: that is said, and the person begins anew', async () => {
    const { begin, isDone, ...step } = changes.list.social;
    const change = await begin();
    fail(step, fault);
    expect(await problemOf(change())).toMatchObject(told);
    expect(await problemOf(change())).toMatchObject({ code: 'FLOW_EXPIRED' });
    expect(isDone(ben())).toBe(false);
    await (await begin())();
    expect(isDone(ben())).toBe(true);
  });
});

describe.each(['is asked too often, and says how long to wait', 'cuts the connection'])(
  'when Logto %s',
  (what) => {
    const { fault = {}, told = {} } = failures[what] ?? {};

    it.each([
      ['email', '/api/verification-codes/verify'],
      ['password', `/api/users/${benId}/password/verify`],
    ] as const)(
      'while it checks the proof for %s: nothing is written, and the proof is still good',
      async (name, path) => {
        const { begin, isDone } = changes.list[name];
        const change = await begin();
        fail({ method: 'POST', path }, fault);
        expect(await problemOf(change())).toMatchObject(told);
        expect(isDone(ben())).toBe(false);
        await change();
        expect(isDone(ben())).toBe(true);
      },
    );

    it('instead of sending a code: there is no flow, and the next try sends one', async () => {
      const client = await changes.clientFor();
      const flows = 'select count(*) from account.flows';
      const before = await kit.store.query(flows, []);
      fail({ method: 'POST', path: '/api/verification-codes' }, fault);
      expect(await problemOf(client.email.start.mutate({ email: 'ben@new.example' }))).toMatchObject(told);
      expect(await kit.store.query(flows, [])).toEqual(before);
      await (await changes.list.email.begin())();
      expect(ben().primaryEmail).toBe('ben@new.example');
    });
  },
);

describe('when Logto did it and its answer is lost', () => {
  const lost: Fault = { cut: 'half' };

  it.each(['email', 'phone', 'totp'] as const)('the same call for %s ends it', async (name) => {
    const { begin, isDone, ...step } = changes.list[name];
    const change = await begin();
    fail(step, lost);
    expect(await problemOf(change())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    await change();
    expect(isDone(ben())).toBe(true);
    expect(await problemOf(change())).toMatchObject({ code: 'FLOW_EXPIRED' });
  });

  it('a new password is the new one all the same: others are signed out and former proofs are void', async () => {
    const { begin, ...step } = changes.list.password;
    const former = await changes.clientFor();
    const change = await begin();
    fail(step, lost);
    expect(await change()).toEqual({ signedOut: 'everywhere' });
    expect(await kit.management.users.password.verify(benId, otherPassword)).toBe(true);
    expect(await kit.management.users.sessions.list(benId)).toEqual([]);
    expect(await problemOf(former.tokens.create.mutate({ name: 'x', expiresInDays: 7 }))).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    expect(await problemOf(change())).toMatchObject({
      fields: [{ path: 'currentPassword', code: 'WRONG_PASSWORD' }],
    });
  });

  it.each(['backupCodes', 'token'] as const)(
    'nobody knows the secret of %s, so it does not stay',
    async (name) => {
      const { begin, isDone, ...step } = changes.list[name];
      const change = await begin();
      fail(step, lost);
      expect(await problemOf(change())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
      expect(isDone(ben())).toBe(false);
      await change();
      expect(isDone(ben())).toBe(true);
    },
  );

  it('a social account is linked, once, and a new start says so', async () => {
    const { begin, isDone, ...step } = changes.list.social;
    const change = await begin();
    fail(step, lost);
    expect(await problemOf(change())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    expect(isDone(ben())).toBe(true);
    expect(await problemOf(change())).toMatchObject({ code: 'FLOW_EXPIRED' });
    expect(await problemOf(begin())).toMatchObject({ code: 'ALREADY_LINKED' });
  });

  it('a code is used up: the person is told to ask for a new one, and nothing is written before', async () => {
    const { begin, isDone } = changes.list.email;
    const change = await begin();
    fail({ method: 'POST', path: '/api/verification-codes/verify' }, lost);
    expect(await problemOf(change())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    expect(await problemOf(change())).toMatchObject({ fields: [{ path: 'code', code: 'CODE_EXPIRED' }] });
    expect(isDone(ben())).toBe(false);
    await (await begin())();
    expect(isDone(ben())).toBe(true);
  });
});
