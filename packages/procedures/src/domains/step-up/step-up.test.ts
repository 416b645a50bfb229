import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { journalOf } from '../../../test/departures.ts';
import { type Kit, problemOf, startKit } from '../../../test/kit.ts';

const adaId = 'adalovelace0';
let kit: Kit;
let second: Kit;
let token: string;

beforeAll(async () => {
  kit = await startKit();
  second = await startKit({ logto: kit.logto, databaseUrl: kit.databaseUrl });
  token = await kit.tokenOf('ada');
});
afterAll(async () => {
  await second.stop();
  await kit.stop();
});

const ada = () => kit.client(token);
const lastCode = (address: string) =>
  kit.logto.state.inbox.findLast((message) => message.address === address)?.code ?? 'none';

/** Something that asks for a proof, and changes nothing that matters here. */
const change = (stepUp?: string, access = token) =>
  kit.client(access, stepUp).tokens.remove.mutate({ name: 'no such token' });

const idTokenOf = async (identifier: string, extra: Record<string, string> = {}) =>
  (await signInByCodeFlow(kit.logto.endpoint, { identifier, password: demoPassword, extra })).idToken;

describe('the ways to prove who one is', () => {
  it('are those that the person has, with addresses that only they recognise', async () => {
    expect(await ada().stepUp.methods.query()).toEqual([
      { method: 'password' },
      { method: 'email', to: 'a••@harbor.example' },
      { method: 'phone', to: '••••0142' },
      { method: 'reauthenticate' },
    ]);
    const ben = kit.client(await kit.tokenOf('ben'));
    expect(await ben.stepUp.methods.query()).toEqual([{ method: 'password' }, { method: 'reauthenticate' }]);
  });
});

describe('a proof', () => {
  it('by password lets sensitive calls through, for ten minutes at most', async () => {
    const { token: proof, expiresAt } = await ada().stepUp.finish.mutate({
      method: 'password',
      password: demoPassword,
    });
    expect(expiresAt - Date.now()).toBeLessThanOrEqual(600_000);
    expect(await problemOf(change())).toMatchObject({ code: 'STEP_UP_REQUIRED', purpose: 'change' });
    expect(await problemOf(change(proof))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('by a code to the current address counts once', async () => {
    const { flow, to } = await ada().stepUp.start.mutate({ method: 'email' });
    expect(to).toBe('a••@harbor.example');
    const proof = { method: 'code', flow, code: lastCode('ada@harbor.example') } as const;
    const { token: stepUp } = await ada().stepUp.finish.mutate(proof);
    expect(await problemOf(change(stepUp))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await problemOf(ada().stepUp.finish.mutate(proof))).toMatchObject({ code: 'FLOW_EXPIRED' });
  });

  it('by a code is refused when the code is wrong, or was sent for somebody or something else', async () => {
    const { flow } = await ada().stepUp.start.mutate({ method: 'email' });
    expect(
      await problemOf(ada().stepUp.finish.mutate({ method: 'code', flow, code: '000000x' })),
    ).toMatchObject({
      fields: [{ path: 'code', code: 'WRONG_CODE' }],
    });
    const code = lastCode('ada@harbor.example');
    const olga = kit.client(await kit.tokenOf('olga'));
    expect(await problemOf(olga.stepUp.finish.mutate({ method: 'code', flow, code }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    const other = await kit
      .client(token, await kit.stepUpOf(token))
      .email.start.mutate({ email: 'ada.other@harbor.example' });
    const elsewhere = {
      method: 'code',
      flow: other.flow,
      code: lastCode('ada.other@harbor.example'),
    } as const;
    expect(await problemOf(ada().stepUp.finish.mutate(elsewhere))).toMatchObject({ code: 'FLOW_EXPIRED' });
  });

  it('by a fresh sign-in counts once, on all servers', async () => {
    const idToken = await idTokenOf('ada', { max_age: '0' });
    const proof = { method: 'reauthenticate', idToken } as const;
    const outcomes = await Promise.allSettled([
      ada().stepUp.finish.mutate(proof),
      second.client(token).stepUp.finish.mutate(proof),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await problemOf(ada().stepUp.finish.mutate(proof))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('by a sign-in is refused when it is another person’s, says no time, or is no ID token', async () => {
    const wrong = [await idTokenOf('olga', { max_age: '0' }), await idTokenOf('ada'), token, 'nonsense'];
    for (const idToken of wrong)
      expect(
        await problemOf(ada().stepUp.finish.mutate({ method: 'reauthenticate', idToken })),
        idToken.slice(-12),
      ).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('is of no use to anybody else, nor for another purpose, nor when it was altered', async () => {
    const olgas = await kit.tokenOf('olga');
    const proof = await kit.stepUpOf(token);
    for (const [stepUp, access] of [
      [proof, olgas],
      [await kit.stepUpOf(token, 'delete'), token],
      [`${proof.slice(0, -2)}xx`, token],
      [token, token],
    ])
      expect(await problemOf(change(stepUp, access))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });

  it('counts no more after signing out everywhere', async () => {
    const olgas = await kit.tokenOf('olga');
    const proof = await kit.stepUpOf(olgas);
    await kit.client(olgas, proof).sessions.removeOthers.mutate({});
    expect(await problemOf(change(proof, olgas))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });
});

it('wrong passwords are counted together on all servers, and the right one waits as well', async () => {
  const erin = await kit.tokenOf('erin');
  const servers = [kit.client(erin), second.client(erin)];
  const guess = (index: number, password: string) =>
    problemOf(servers[index % 2]?.stepUp.finish.mutate({ method: 'password', password }) ?? Promise.reject());
  const guesses = await Promise.all(Array.from({ length: 14 }, (_, index) => guess(index, `wrong ${index}`)));
  expect(guesses.filter(({ code }) => code === 'INPUT_INVALID')).toHaveLength(10);
  const refused = await guess(0, demoPassword);
  expect(refused).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(refused.retryAfterSeconds).toBeGreaterThan(60);
});

it('every change is in the journal, done or refused, and no secret is', async () => {
  const name = 'a token for the journal';
  const client = kit.client(token, await kit.stepUpOf(token));
  const { value } = await client.tokens.create.mutate({ name, expiresInDays: 7 });
  await problemOf(change());
  const events = await journalOf(kit.store, adaId);
  expect(events).toContain('token.created done');
  expect(events).toContain('token.removed STEP_UP_REQUIRED');
  expect(events).toContain('step-up.finished done');
  const rows = JSON.stringify(await kit.store.query('select * from account.journal', []));
  for (const secret of [value, demoPassword, token, 'ada@harbor.example']) expect(rows).not.toContain(secret);
});

it('when the store is down, sensitive calls are refused and reads and small edits go on', async () => {
  const own = await startKit();
  const access = await own.tokenOf('ben');
  const client = own.client(access, await own.stepUpOf(access));
  await own.store.close();
  expect((await client.profile.get.query()).name).toBeDefined();
  expect((await client.profile.update.mutate({ name: 'Benjamin' })).name).toBe('Benjamin');
  expect(await problemOf(client.tokens.create.mutate({ name: 'x', expiresInDays: 7 }))).toMatchObject({
    code: 'STORE_UNAVAILABLE',
  });
  expect(own.logged).toContainEqual(expect.objectContaining({ message: 'journal not written' }));
  await own.stop();
});
