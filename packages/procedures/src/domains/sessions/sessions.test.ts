import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { Scope } from '../../policy/permissions.ts';

let kit: Kit;
let ada: Client;
beforeAll(async () => {
  kit = await startKit();
  // Only then does Logto name the session in ID tokens.
  Object.assign(kit.logto.state.applications.get('account-web') ?? {}, {
    backchannelLogoutUri: 'https://app.example.com/logout',
    backchannelLogoutSessionRequired: true,
  });
  ({ client: ada } = await signIn('ada'));
});
afterAll(() => kit.stop());

/** A sign-in of its own, as in a browser of its own. */
async function signIn(identifier: string) {
  const options = { identifier, password: demoPassword, scopes: Scope.options };
  const { accountToken, idToken, refreshToken } = await signInByCodeFlow(kit.logto.endpoint, options);
  const stepUp = await kit.stepUpOf(accountToken);
  const sid = String(decodeJwt(idToken).sid);
  return { client: kit.client(accountToken, stepUp), accountToken, idToken, refreshToken, sid };
}

const sessionsOf = (accountId: string) =>
  [...kit.logto.state.oidc.values()].filter(
    ({ kind, payload }) => kind === 'Session' && payload.accountId === accountId,
  );
const canRefresh = async (refreshToken: string) => {
  const form = { client_id: 'account-web', grant_type: 'refresh_token', refresh_token: refreshToken };
  const body = new URLSearchParams(form);
  return (await fetch(`${kit.logto.endpoint}/oidc/token`, { method: 'POST', body })).ok;
};

describe('the list', () => {
  it('says on what device, where and when, newest first', async () => {
    const listed = await ada.sessions.list.query();
    const seeded = listed.filter(({ network }) => network && !network.startsWith('127'));
    expect(seeded).toEqual([
      {
        id: 'sessiondesk0000000000',
        signedInAt: expect.any(Number),
        expiresAt: expect.any(Number),
        browser: 'Chrome 143',
        system: 'macOS',
        device: 'desktop',
        place: {},
        network: '203.0.113.0',
        apps: ['Account settings'],
      },
      expect.objectContaining({
        browser: 'Safari 19',
        system: 'iOS',
        device: 'phone',
        network: '198.51.100.0',
      }),
      expect.objectContaining({ browser: 'Firefox 145', system: 'Windows', device: 'desktop' }),
    ]);
    const times = listed.map(({ signedInAt }) => signedInAt);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
    expect(times[0]).toBeGreaterThan(1_700_000_000_000);
  });

  it('has the place as far as Logto was told, and shrugs at what it was not', async () => {
    const [first, second] = [...kit.logto.state.sessionExtensions.values()];
    const before = [first?.lastSubmission, second?.lastSubmission];
    const signInContext = {
      city: 'Porto',
      country: 'PT',
      userAgent: 'curl/8',
      ip: '2001:db8:1:2::3',
      latitude: '41',
    };
    Object.assign(first ?? {}, { lastSubmission: { ...before[0], signInContext } });
    Object.assign(second ?? {}, { lastSubmission: null });
    const listed = await ada.sessions.list.query();
    expect(listed).toContainEqual(
      expect.objectContaining({
        place: { city: 'Porto', country: 'PT' },
        network: '2001:db8:1::',
        device: 'unknown',
      }),
    );
    expect(listed).toContainEqual(
      expect.objectContaining({ place: {}, network: null, browser: null, system: null, device: 'unknown' }),
    );
    expect(JSON.stringify(listed)).not.toMatch(/latitude|accountId|verificationRecords|grantId/);
    Object.assign(first ?? {}, { lastSubmission: before[0] });
    Object.assign(second ?? {}, { lastSubmission: before[1] });
  });

  it('asks Logto once about the person besides who they are', async () => {
    await ada.sessions.list.query();
    const before = kit.calls.length;
    await ada.sessions.list.query();
    expect(kit.calls.slice(before).toSorted()).toEqual([
      '/api/users/{userId}',
      '/api/users/{userId}/sessions',
    ]);
  });

  it('marks the current session when it is known, and no session otherwise', async () => {
    const [here, elsewhere, ben] = [await signIn('ada'), await signIn('ada'), await signIn('ben')];
    const marked = async (query?: { sid: string }) =>
      (await here.client.sessions.list.query(query)).filter((session) => 'isCurrent' in session);
    const known = await marked({ sid: here.sid });
    expect(known).toHaveLength(sessionsOf('adalovelace0').length);
    expect(known.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([uidOf(here.sid)]);
    expect((await marked({ sid: elsewhere.sid })).find(({ isCurrent }) => isCurrent)?.id).toBe(
      uidOf(elsewhere.sid),
    );
    for (const sid of [ben.sid, uidOf(here.sid), 'unknown', ''])
      expect(await marked({ sid }), sid).toEqual([]);
    expect(await marked()).toEqual([]);
  });
});

function uidOf(sid: string) {
  const rows = [...kit.logto.state.oidc.values()].filter(({ kind }) => kind === 'Session');
  return String(
    rows.find(({ payload }) => JSON.stringify(payload.authorizations).includes(sid))?.payload.uid,
  );
}

describe('removing one', () => {
  it('signs that browser out with its applications, and no other', async () => {
    const [here, there] = [await signIn('ada'), await signIn('ada')];
    const id = uidOf(there.sid);
    expect(await here.client.sessions.remove.mutate({ id })).toEqual({ id });
    expect(await canRefresh(there.refreshToken)).toBe(false);
    expect(await canRefresh(here.refreshToken)).toBe(true);
    expect(await problemOf(here.client.sessions.remove.mutate({ id }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it("never reaches another person's session, nor anything by another kind of id", async () => {
    const ben = await signIn('ben');
    const jti = sessionsOf('adalovelace0')[0]?.payload.jti;
    const before = kit.logto.state.oidc.size;
    const calls = kit.calls.length;
    for (const id of [
      uidOf(ben.sid),
      ben.sid,
      String(jti),
      '..',
      `../../benfranklin0/sessions/x`,
      'unknown',
    ]) {
      expect(await problemOf(ada.sessions.remove.mutate({ id })), id).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(kit.logto.state.oidc.size).toBe(before);
    expect(kit.calls.slice(calls)).not.toContain('/api/users/{userId}/sessions/{sessionId}');
    expect(await canRefresh(ben.refreshToken)).toBe(true);
  });

  it('that is gone at the same moment is not found, and no failure of Logto', async () => {
    const there = await signIn('ada');
    kit.logto.state.faults.push({
      path: '/api/users/adalovelace0/sessions/',
      method: 'DELETE',
      count: 1,
      status: 404,
      body: '{"code":"oidc.session_not_found","message":"."}',
    });
    expect(await problemOf(ada.sessions.remove.mutate({ id: uidOf(there.sid) }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('removing all others', () => {
  it('keeps the session that the ID token was made in, and ends every step-up', async () => {
    const [here, there, ben] = [await signIn('ada'), await signIn('ada'), await signIn('ben')];
    const count = sessionsOf('adalovelace0').length - 1;
    const removed = await here.client.sessions.removeOthers.mutate({ idToken: here.idToken });
    expect(removed).toEqual({ count, keptCurrent: true });
    expect(sessionsOf('adalovelace0').map(({ payload }) => payload.uid)).toEqual([uidOf(here.sid)]);
    expect(await canRefresh(here.refreshToken)).toBe(true);
    expect(await canRefresh(there.refreshToken)).toBe(false);
    expect(await canRefresh(ben.refreshToken)).toBe(true);
    for (const { client } of [here, there]) {
      const refused = problemOf(client.sessions.removeOthers.mutate({}));
      expect(await refused).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    }
  });

  it('ends what third parties got in those sessions, and keeps what they have without one', async () => {
    const [here, there] = [await signIn('ada'), await signIn('ada')];
    const { oidc } = kit.logto.state;
    const row = sessionsOf('adalovelace0').find(({ payload }) => payload.uid === uidOf(there.sid));
    const [connected] = [...oidc.values()].filter(({ payload }) => payload.clientId === 'print-shop');
    if (!row || !connected) throw new Error('Nothing to end');
    oidc.set('Grant:there', { ...connected, id: 'there', payload: { ...connected.payload, jti: 'there' } });
    Object.assign(row.payload.authorizations ?? {}, { 'print-shop': { sid: 'x', grantId: 'there' } });
    await here.client.sessions.removeOthers.mutate({ idToken: here.idToken });
    expect(oidc.has('Grant:there')).toBe(false);
    expect(oidc.has(`Grant:${connected.id}`)).toBe(true);
  });

  it('ends every session when the ID token does not prove one of them', async () => {
    const ben = await signIn('ben');
    const made = async (name: 'another person' | 'an access token' | 'garbage' | 'altered' | 'nothing') => {
      const here = await signIn('ada');
      const tokens = {
        'another person': ben.idToken,
        'an access token': here.accountToken,
        garbage: 'a.b.c',
        altered: `${here.idToken.slice(0, -4)}AAAA`,
        nothing: undefined,
      };
      const idToken = tokens[name];
      return here.client.sessions.removeOthers.mutate(idToken === undefined ? {} : { idToken });
    };
    for (const name of ['another person', 'an access token', 'garbage', 'altered', 'nothing'] as const) {
      expect(await made(name), name).toEqual({ count: expect.any(Number), keptCurrent: false });
      expect(sessionsOf('adalovelace0'), name).toEqual([]);
    }
    expect(await canRefresh(ben.refreshToken)).toBe(true);
  });
});

it('the operator decides whether sessions are shown and ended', async () => {
  const closed = await startKit();
  closed.setAccountCenter({ session: 'ReadOnly' });
  const token = await closed.tokenOf('ada');
  const client = closed.client(token, await closed.stepUpOf(token));
  expect(await client.sessions.list.query()).not.toHaveLength(0);
  const refused = { code: 'FIELD_NOT_EDITABLE', closed: ['session'] };
  expect(await problemOf(client.sessions.remove.mutate({ id: 'x' }))).toMatchObject(refused);
  expect(await problemOf(client.sessions.removeOthers.mutate({}))).toMatchObject(refused);
  expect(await problemOf(client.apps.remove.mutate({ applicationId: 'x' }))).toMatchObject(refused);
  await closed.stop();
});
