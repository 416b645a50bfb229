import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Kit, problemOf, startKit } from '../kit.ts';
import { untilWaiting } from '../locks.ts';
import { benId, type Changes, otherPassword, prepareChanges } from './changes.ts';

let kit: Kit;
let other: Kit;
let changes: Changes;

beforeAll(async () => {
  kit = await startKit();
  other = await startKit({ databaseUrl: kit.databaseUrl, logto: kit.logto });
  changes = await prepareChanges(kit);
});
afterAll(async () => {
  await other.stop();
  await kit.stop();
});
beforeEach(async () => {
  await changes.reset();
  await kit.store.query('delete from account.step_up_floors', []);
});

const update = { password: otherPassword, currentPassword: demoPassword };
const passwordPath = `/api/users/${benId}/password`;
const sessionsPath = `/api/users/${benId}/sessions/`;
const ben = () => kit.logto.state.users.get(benId);
const sessions = () => kit.management.users.sessions.list(benId);

const signIn = (password = demoPassword) =>
  signInByCodeFlow(kit.logto.endpoint, { identifier: 'ben', password, extra: { max_age: '0' } });

async function canRefresh({ refreshToken }: Awaited<ReturnType<typeof signIn>>) {
  const form = { client_id: 'account-web', grant_type: 'refresh_token', refresh_token: refreshToken };
  const body = new URLSearchParams(form);
  return (await fetch(`${kit.logto.endpoint}/oidc/token`, { method: 'POST', body })).ok;
}

/** Something that happens while Logto carries out the next request of that kind. */
function during(method: string, path: string, meanwhile: () => unknown, count = 1) {
  kit.logto.state.faults.push({ method, path, count, meanwhile });
}

describe('a thief who is signed in while the person sets a new password', () => {
  it('is refused also with what already waits for its turn, on another server, with a proof from before', async () => {
    const proof = await kit.stepUpOf(changes.token);
    const thief = other.client(changes.token, proof);
    const waiting: Promise<unknown>[] = [];
    during('PATCH', passwordPath, async () => {
      waiting.push(problemOf(thief.tokens.create.mutate({ name: 'backdoor', expiresInDays: null })));
      waiting.push(problemOf(thief.email.start.mutate({ email: 'thief@evil.example' })));
      // One of this person stands in line on each server.
      await untilWaiting(kit);
    });
    await kit.client(changes.token).password.update.mutate(update);
    const refused = { code: 'STEP_UP_REQUIRED' };
    expect(await Promise.all(waiting)).toMatchObject([refused, refused]);
    expect(ben()?.personalAccessTokens).toEqual([]);
  });

  it('cannot take the account back: neither with the former password, nor with a sign-in or a proof from before', async () => {
    const stolen = await signIn();
    const thief = kit.client(changes.token, await kit.stepUpOf(changes.token));
    await kit.client(changes.token).password.update.mutate(update);
    expect(await canRefresh(stolen)).toBe(false);
    const back = { password: 'crisp-meadow-42' };
    expect(await problemOf(thief.password.update.mutate(back))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(
      await problemOf(thief.password.update.mutate({ ...back, currentPassword: demoPassword })),
    ).toMatchObject({ fields: [{ path: 'currentPassword', code: 'WRONG_PASSWORD' }] });
    const proof = { method: 'reauthenticate', idToken: stolen.idToken } as const;
    expect(await problemOf(thief.stepUp.finish.mutate(proof))).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(await kit.management.users.password.verify(benId, otherPassword)).toBe(true);
  });

  it('does not keep the person from proving who they are by signing in anew', async () => {
    await kit.client(changes.token).password.update.mutate(update);
    await vi.waitFor(async () => {
      const { idToken } = await signIn(otherPassword);
      await kit.client(changes.token).stepUp.finish.mutate({ method: 'reauthenticate', idToken });
    }, 5000);
  });
});

describe('whoever signs in while others are signed out', () => {
  it('after a new password is signed out too', async () => {
    await signIn();
    const late: Awaited<ReturnType<typeof signIn>>[] = [];
    during('DELETE', sessionsPath, async () => late.push(await signIn(otherPassword)));
    expect(await kit.client(changes.token).password.update.mutate(update)).toEqual({
      signedOut: 'everywhere',
    });
    expect(late).toHaveLength(1);
    expect(await sessions()).toEqual([]);
    for (const tokens of late) expect(await canRefresh(tokens)).toBe(false);
  });

  it('is signed out by "all others", and counted', async () => {
    const here = await signIn();
    await signIn();
    const before = (await sessions()).length;
    during('DELETE', sessionsPath, () => signIn());
    const client = await changes.clientFor();
    expect(await client.sessions.removeOthers.mutate({ idToken: here.idToken })).toEqual({
      count: before,
      keptCurrent: true,
    });
    expect(await sessions()).toHaveLength(1);
  });

  it('again and again is told of, because somebody may still be signed in', async () => {
    await signIn();
    during('DELETE', sessionsPath, () => signIn(otherPassword), 100);
    expect(await kit.client(changes.token).password.update.mutate(update)).toEqual({ signedOut: 'failed' });
    await changes.reset();
    during('DELETE', sessionsPath, () => signIn(), 100);
    const client = await changes.clientFor();
    expect(await problemOf(client.sessions.removeOthers.mutate({}))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
  });
});
