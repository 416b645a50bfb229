import { demoPassword, signInByCodeFlow, type Tokens } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { Scope } from '../../schemas.ts';

const benId = 'benfranklin0';
const fresh = 'brisk-otter-71';
const update = { password: fresh, currentPassword: demoPassword };

let kit: Kit;
let token: string;
let ben: Client;

beforeAll(async () => {
  kit = await startKit();
  const app = kit.logto.state.applications.get('account-web');
  Object.assign(app ?? {}, {
    backchannelLogoutUri: 'http://localhost:9/logout',
    backchannelLogoutSessionRequired: true,
  });
});
afterAll(() => kit.stop());
beforeEach(async () => {
  await kit.management.users.password.set(benId, demoPassword);
  await kit.store.query('delete from account.step_up_floors', []);
  token = (await signIn()).accountToken;
  ben = kit.client(token);
});

function signIn(): Promise<Tokens> {
  const person = { identifier: 'ben', password: demoPassword, scopes: Scope.options };
  return signInByCodeFlow(kit.logto.endpoint, person);
}

const isPassword = (password: string) => kit.management.users.password.verify(benId, password);

async function canRefresh({ refreshToken }: Tokens) {
  const body = new URLSearchParams({
    client_id: 'account-web',
    grant_type: 'refresh_token',
    refresh_token: refreshToken,
  });
  const answer = await fetch(`${kit.logto.endpoint}/oidc/token`, { method: 'POST', body });
  return answer.ok;
}

describe('with a new password, other devices', () => {
  it('are signed out with everything they were granted; the one that can be told apart is not', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const answer = await kit
      .client(here.accountToken)
      .password.update.mutate({ ...update, idToken: here.idToken });
    expect(answer).toEqual({ signedOut: 'others' });
    expect(await canRefresh(there)).toBe(false);
    expect(await canRefresh(here)).toBe(true);
    expect(await kit.management.users.sessions.list(benId)).toHaveLength(1);
  });

  it('lose tokens that outlived their session', async () => {
    const there = await signIn();
    const [session] = (await kit.management.users.sessions.list(benId)).slice(-1);
    await kit.management.users.sessions.revoke(benId, session?.payload.uid ?? '');
    expect(await canRefresh(there)).toBe(true);
    await ben.password.update.mutate(update);
    expect(await canRefresh(there)).toBe(false);
  });

  it('lose what they granted to applications of others, as long as their session lasts', async () => {
    const there = await signIn();
    const app = kit.logto.state.applications.get('account-web') ?? { isThirdParty: false };
    app.isThirdParty = true;
    await ben.password.update.mutate(update);
    const isLost = !(await canRefresh(there));
    app.isThirdParty = false;
    expect(isLost).toBe(true);
  });

  it('are not taken for this one when its token names no session', async () => {
    const { applications, oidc } = kit.logto.state;
    const { oidcClientMetadata: app = {} } = applications.get('account-web') ?? {};
    Object.assign(app, { backchannelLogoutSessionRequired: false });
    const { idToken } = await signIn();
    Object.assign(app, { backchannelLogoutSessionRequired: true });
    // As if every session belonged to another application.
    for (const { kind, payload } of oidc.values()) if (kind === 'Session') payload.authorizations = {};
    expect(await ben.password.update.mutate({ ...update, idToken })).toEqual({ signedOut: 'everywhere' });
    expect(await kit.management.users.sessions.list(benId)).toEqual([]);
  });

  it('cannot be kept by a token of somebody else, or one that nobody signed', async () => {
    const here = await signIn();
    const ada = await signInByCodeFlow(kit.logto.endpoint, { identifier: 'ada', password: demoPassword });
    const [, payload = ''] = here.idToken.split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    let password = demoPassword;
    for (const idToken of [ada.idToken, unsigned, here.accountToken, 'nonsense']) {
      const next = password === fresh ? demoPassword : fresh;
      const again = { password: next, currentPassword: password, idToken };
      expect(await ben.password.update.mutate(again)).toEqual({ signedOut: 'everywhere' });
      password = next;
    }
    expect(await canRefresh(here)).toBe(false);
    expect(await canRefresh(ada)).toBe(true);
  });

  it('stay signed in on request; proofs given before count no more all the same', async () => {
    const there = await signIn();
    const stepUp = await kit.stepUpOf(token);
    expect(await ben.password.update.mutate({ ...update, signOutOthers: false })).toEqual({
      signedOut: 'nobody',
    });
    expect(await canRefresh(there)).toBe(true);
    expect(await problemOf(kit.client(token, stepUp).username.remove.mutate())).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
  });

  it('that could not be signed out are told, because the password is new already', async () => {
    const there = await signIn();
    kit.logto.state.faults.push({ path: `/api/users/${benId}/sessions/`, count: 50, status: 500 });
    expect(await ben.password.update.mutate(update)).toEqual({ signedOut: 'failed' });
    kit.logto.state.faults.length = 0;
    expect(await isPassword(fresh)).toBe(true);
    expect(await canRefresh(there)).toBe(true);
  });

  it('stay signed in when the password is refused, or cannot be written', async () => {
    const there = await signIn();
    await problemOf(ben.password.update.mutate({ ...update, password: 'short' }));
    kit.logto.state.faults.push({
      path: `/api/users/${benId}/password`,
      method: 'PATCH',
      count: 1,
      status: 503,
    });
    expect(await problemOf(ben.password.update.mutate(update))).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
    expect(await isPassword(demoPassword)).toBe(true);
    expect(await canRefresh(there)).toBe(true);
  });
});
