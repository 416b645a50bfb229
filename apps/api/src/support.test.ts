import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { Scope } from '@account/procedures/schemas';
import { newDatabase, queryDatabase } from '@account/procedures/testing/database';
import { answering } from '@account/setup/testing/terminal';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../test/desk.ts';
import { type Kit, startKit } from '../test/kit.ts';

/** Staff at a terminal, with a browser, before a server as it is deployed. */
const ids = { grace: 'gracehopper0', ada: 'adalovelace0', ben: 'benfranklin0', alan: 'alanturing00' };
const sofia = 'sofiakowalew';
const why = ['--reason', 'ticket 4711: lost the phone'];

let kit: Kit;
let databaseUrl: string;
let desk: Awaited<ReturnType<typeof openDesk>>;

beforeAll(async () => {
  databaseUrl = await newDatabase();
  kit = await startKit({ DATABASE_URL: databaseUrl });
  desk = await openDesk(kit.url);
});
beforeEach(async () => {
  desk.opened.length = 0;
  await queryDatabase(databaseUrl, 'delete from account.limits');
});
afterAll(async () => {
  await desk.close();
  await kit.stop();
});

const support: typeof desk.support = (...call) => desk.support(...call);
const tokenOf = async (identifier: string) =>
  (await signInByCodeFlow(kit.logto.endpoint, { identifier, password: demoPassword, scopes: Scope.options }))
    .accountToken;
const person = (id: string) => {
  const found = kit.logto.state.users.get(id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};
const journalOf = (id: string) =>
  queryDatabase(
    databaseUrl,
    `select actor_id, event, outcome, details from account.journal where person_id = '${id}' order by id`,
  );

describe('looking', () => {
  it('finds people, and shows an account as its owner sees it', async () => {
    const { code, out } = await support(['find', 'ada@harbor.example', '--by', 'email', '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([0, { totalCount: 1, people: [{ id: ids.ada }] }]);
    const account = await support(['get', ids.ada]);
    expect(account.code).toBe(0);
    for (const part of ['username: ada', 'target: github', 'name: Laptop', 'supportActions:'])
      expect(account.out).toContain(part);
    expect(account.out).toMatch(/createdAt: \d{4}-\d\d-\d\dT/);
  });

  it('lets nobody write on the terminal by their name', async () => {
    person(ids.ben).name = 'Ben\u001b[2J\u009b1A\u202eneB\nid: fake';
    const { out } = await support(['find', 'ben', '--by', 'username']);
    person(ids.ben).name = null;
    for (const character of '\u001b\u009b\u202e') expect(out).not.toContain(character);
    expect(out.split('\n').filter((line) => /^\s*(- )?id:/.test(line))).toHaveLength(1);
  });

  it('takes an access token from a variable, and then opens no browser', async () => {
    const env = { SUPPORT_TOKEN: await tokenOf('grace') };
    const { code, out } = await support(['get', ids.ben, '--token-env', 'SUPPORT_TOKEN'], { env });
    expect([code, desk.opened]).toEqual([0, []]);
    expect(out).toContain('username: ben');
    const empty = await support(['get', ids.ben, '--token-env', 'NOTHING'], { env });
    expect([empty.code, empty.err]).toEqual([1, 'The variable NOTHING holds no access token.']);
  });
});

describe('an act', () => {
  it('is done for a reason, and stands in the journal with the agent and the person', async () => {
    const { code, out } = await support(['suspend', ids.ada, ...why, '--yes']);
    expect([code, out, person(ids.ada).isSuspended]).toEqual([0, 'isSuspended: true', true]);
    expect((await support(['lift', ids.ada, ...why, '--yes'])).code).toBe(0);
    expect(person(ids.ada).isSuspended).toBe(false);
    expect(await journalOf(ids.ada)).toMatchObject([
      {
        actor_id: ids.grace,
        event: 'support.suspended',
        outcome: 'done',
        details: { supportReason: why[1] },
      },
      { actor_id: ids.grace, event: 'support.suspension-lifted', outcome: 'done' },
    ]);
    const headers = { authorization: `Bearer ${await tokenOf('ada')}` };
    const answer = await fetch(`${kit.url}/rest/activity/list?kind=change`, { headers });
    expect(await answer.json()).toMatchObject({
      items: [
        { event: 'support.suspension-lifted', by: 'support' },
        { event: 'support.suspended', by: 'support' },
      ],
    });
    expect((await support(['get', ids.ada])).out).toContain(`reason: "${why[1]}"`);
  });

  it('asks the agent to sign in anew, once, whom looking does not ask', async () => {
    await support(['sign-out-everywhere', ids.ben, ...why, '--yes']);
    await support(['get', ids.ben]);
    expect(desk.opened.map(({ searchParams }) => searchParams.get('prompt'))).toEqual(['login', null]);
  });

  it('without a reason is refused before anybody signs in', async () => {
    const none = await support(['suspend', ids.ada, '--yes']);
    expect([none.code, none.err]).toEqual([1, '--reason is missing.']);
    const short = await support(['suspend', ids.ada, '--yes', '--reason', 'x']);
    expect([short.code, short.err]).toEqual([1, expect.stringContaining('--reason: ')]);
    const silent = await support(['suspend', ids.ada, ...why]);
    expect([silent.code, silent.err]).toEqual([1, expect.stringContaining('--yes')]);
    expect([desk.opened, person(ids.ada).isSuspended]).toEqual([[], false]);
  });

  it('says at a terminal whom it is about, and does nothing without a yes', async () => {
    const questions: string[] = [];
    const prompts = (answer: boolean) => ({
      ...answering(answer),
      text: async () => 'asked for it on the phone',
      confirm: async (question: string) => {
        questions.push(question);
        return answer;
      },
    });
    const declined = await support(['suspend', ids.ada], { prompts: prompts(false) });
    expect([declined.code, declined.err]).toEqual([2, expect.stringContaining('Nothing was changed.')]);
    expect(questions[0]).toContain(`Ada Lovelace, ada@harbor.example, ada, ${ids.ada}`);
    expect(person(ids.ada).isSuspended).toBe(false);
    expect((await support(['suspend', ids.ada], { prompts: prompts(true) })).code).toBe(0);
    expect(person(ids.ada).isSuspended).toBe(true);
    person(ids.ada).isSuspended = false;
    const nobody = await support(['suspend', 'nobody'], { prompts: prompts(true) });
    expect([nobody.code, nobody.err]).toEqual([
      1,
      expect.stringContaining('There is nobody with the id nobody.'),
    ]);
  });

  it('is refused, in a sentence, to whoever has no role for it, and to staff about staff', async () => {
    const stranger = await support(['suspend', ids.ben, ...why, '--yes'], desk.browserOf('ada'));
    expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('grants account:support')]);
    expect(person(ids.ben).isSuspended).toBe(false);
    const oneself = await support(['suspend', ids.grace, ...why, '--yes']);
    expect([oneself.code, oneself.err]).toEqual([1, expect.stringContaining('accounts of its own')]);
  });

  it('is not proven by the sign-in of somebody else', async () => {
    const env = { SUPPORT_TOKEN: await tokenOf('grace') };
    const args = ['suspend', ids.ben, ...why, '--yes', '--token-env', 'SUPPORT_TOKEN'];
    const other = await support(args, { env, ...desk.browserOf('ada') });
    expect([other.code, other.err]).toEqual([1, expect.stringContaining('was not your own')]);
    expect(person(ids.ben).isSuspended).toBe(false);
    expect((await support(args, { env })).code).toBe(0);
    expect(person(ids.ben).isSuspended).toBe(true);
  });
});

describe('every other act', () => {
  it('removes a lost factor', async () => {
    const totp = person(ids.alan).mfaVerifications.find(({ type }) => type === 'Totp')?.id ?? '';
    const { code, out } = await support(['remove-factor', ids.alan, totp, ...why, '--yes']);
    expect([code, out]).toEqual([0, `id: ${totp}\nbackupCodesRemoved: true`]);
    expect(person(ids.alan).mfaVerifications).toEqual([]);
  });

  it('unlinks the last way in only when that is said, and corrects an identity', async () => {
    const unlink = ['remove-identity', sofia, 'mock-social', ...why, '--yes'];
    const kept = await support(unlink);
    expect([kept.code, kept.err]).toEqual([1, expect.stringContaining('--leave-without-way-in')]);
    expect((await support([...unlink, '--leave-without-way-in'])).code).toBe(0);
    expect(person(sofia).identities).toEqual({});
    const gone = await support(unlink);
    expect([gone.code, gone.err]).toEqual([1, expect.stringContaining('nothing of that kind')]);
    const correct = ['replace-identity', sofia, 'mock-social', 'sofia-2', ...why, '--yes', '--json'];
    expect(JSON.parse((await support(correct)).out)).toEqual({ target: 'mock-social', isNew: true });
    expect(person(sofia).identities['mock-social']?.userId).toBe('sofia-2');
  });

  it('deletes somebody whose id was said twice', async () => {
    const remove = ['delete', 'erinbrook000', ...why, '--yes'];
    expect((await support(remove)).err).toBe('--confirmation is missing.');
    const wrong = await support([...remove, '--confirmation', ids.ada]);
    expect([wrong.code, wrong.err]).toEqual([
      1,
      expect.stringContaining('confirmation: CONFIRMATION_DIFFERS'),
    ]);
    const { code, out } = await support([...remove, '--confirmation', 'erinbrook000']);
    expect([code, out]).toEqual([0, 'personId: erinbrook000']);
    expect(kit.logto.state.users.has('erinbrook000')).toBe(false);
  });
});
