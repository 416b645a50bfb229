import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/database.ts';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';
import { withdrawStepUps } from '../../policy/step-up.ts';
import { flows } from '../../store/schema.ts';

const redirectUri = 'https://app.example.com/social/callback';
const rules = { socialRedirectUris: [redirectUri] };

let kit: Kit;
let other: Kit;
let ben: Client;
let erin: Client;
let olga: Client;
let benOnOther: Client;
const ids = { ben: 'benfranklin0', erin: 'erinbrook000', olga: 'olgalad00000', sofia: 'sofiakowalew' };
let pretend: string;

beforeAll(async () => {
  const databaseUrl = await newDatabase();
  kit = await startKit({ ...rules, databaseUrl });
  other = await startKit({ ...rules, databaseUrl, logto: kit.logto });
  const clientOf = async (name: string, server = kit) => {
    const token = await kit.tokenOf(name);
    return server.client(token, await kit.stepUpOf(token));
  };
  [ben, erin, olga] = [await clientOf('ben'), await clientOf('erin'), await clientOf('olga')];
  benOnOther = await clientOf('ben', other);
  pretend = connectorId('mock-social-connector');
});
afterAll(async () => {
  await other.stop();
  await kit.stop();
});
beforeEach(() => {
  person(ids.ben).identities = {};
  person(ids.erin).identities = {};
  person(ids.olga).identities = {};
  kit.logto.state.faults.length = 0;
});

const identitiesOf = (id: string) => person(id).identities;
function person(id: string) {
  const found = kit.logto.state.users.get(id);
  if (!found) throw new Error(`No ${id}`);
  return found;
}
function connectorId(kind: string) {
  const found = [...kit.logto.state.connectors.values()].find((connector) => connector.connectorId === kind);
  if (!found) throw new Error(`No ${kind}`);
  return found.id;
}
const begin = async (client = ben, more = {}) =>
  (await client.social.start.mutate({ connectorId: pretend, redirectUri, ...more })).state;
const linkCalls = () => kit.calls.filter((path) => path === '/api/users/{userId}/identities').length;

describe('linking', () => {
  it('sends the person to the provider and links what comes back', async () => {
    const { redirectTo, state } = await ben.social.start.mutate({ connectorId: pretend, redirectUri });
    const url = new URL(redirectTo);
    expect([url.searchParams.get('state'), url.searchParams.get('redirect_uri')]).toEqual([
      state,
      redirectUri,
    ]);
    const callback = { code: 'c', state, userId: 'robin', name: 'Robin', email: 'robin@pretend.example' };
    expect(await ben.social.finish.mutate({ state, callback })).toMatchObject({
      target: 'mock-social',
      name: { en: 'Pretend' },
      details: { name: 'Robin', email: 'robin@pretend.example' },
    });
    expect(identitiesOf(ids.ben)).toMatchObject({ 'mock-social': { userId: 'robin' } });
  });

  it('needs no step-up to finish: the browser has lost it on the way', async () => {
    const state = await begin();
    const withoutProof = kit.client(await kit.tokenOf('ben'));
    const callback = { code: 'c', userId: 'robin' };
    expect(await withoutProof.social.finish.mutate({ state, callback })).toMatchObject({
      target: 'mock-social',
    });
  });

  it('passes on where the browser came back to as it was at the start, whatever the callback says', async () => {
    const state = await begin();
    const callback = { code: 'c', userId: 'r', redirectUri: 'https://evil.example', state: 'other' };
    await ben.social.finish.mutate({ state, callback });
    expect(identitiesOf(ids.ben)['mock-social']?.details?.rawData).toMatchObject({ redirectUri, state });
  });

  it('sends people back to nowhere but the addresses that the operator allows', async () => {
    const variants = [
      'https://app.example.com.evil.com/social/callback',
      'https://app.example.com@evil.com/social/callback',
      'https://evil.com/?https://app.example.com/social/callback',
      'https://app.example.com:8443/social/callback',
      'http://app.example.com/social/callback',
      `${redirectUri}?next=https://evil.com`,
      `${redirectUri}#x`,
      `${redirectUri}/`,
      `${redirectUri}/../../evil`,
      'https://app.example.com/social/callbacks',
      'https://APP.example.com/social/callback',
      ` ${redirectUri}`,
      'javascript:alert(1)',
      '',
    ];
    for (const variant of variants) {
      const refused = problemOf(olga.social.start.mutate({ connectorId: pretend, redirectUri: variant }));
      expect(await refused, variant).toMatchObject({
        code: 'INPUT_INVALID',
        fields: [{ path: 'redirectUri', code: 'NOT_ALLOWED' }],
      });
    }
  });

  it('allows no address at all when the operator has named none', async () => {
    const bare = await startKit();
    const token = await bare.tokenOf('ben');
    const client = bare.client(token, await bare.stepUpOf(token));
    const refused = problemOf(client.social.start.mutate({ connectorId: pretend, redirectUri }));
    expect(await refused).toMatchObject({ code: 'INPUT_INVALID' });
    await bare.stop();
  });
});

describe('the state', () => {
  const callback = { code: 'c', userId: 'robin' };

  it('is good once', async () => {
    const state = await begin();
    await ben.social.finish.mutate({ state, callback });
    person(ids.ben).identities = {};
    expect(await problemOf(ben.social.finish.mutate({ state, callback }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    expect(identitiesOf(ids.ben)).toEqual({});
  });

  it('is good once on two servers at the same time', async () => {
    const state = await begin();
    const outcomes = await Promise.allSettled(
      [ben, benOnOther, ben, benOnOther].map((client) => client.social.finish.mutate({ state, callback })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is good for nobody else, and stays good for its owner', async () => {
    const state = await begin();
    expect(await problemOf(erin.social.finish.mutate({ state, callback }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    expect(identitiesOf(ids.erin)).toEqual({});
    await ben.social.finish.mutate({ state, callback });
  });

  it('is made by us and cannot be guessed', async () => {
    const [one, two] = [await begin(), await begin()];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^[\w-]{32}$/);
    for (const state of ['x', `${one}x`, one.slice(1), 'x'.repeat(256)]) {
      expect(await problemOf(ben.social.finish.mutate({ state, callback }))).toMatchObject({
        code: 'FLOW_EXPIRED',
      });
    }
  });

  it('links at the connector it was made for, whatever the callback says', async () => {
    const state = await begin(ben, { connectorId: connectorId('google-universal') });
    const forged = { ...callback, connectorId: pretend, target: 'mock-social' };
    expect(await problemOf(ben.social.finish.mutate({ state, callback: forged }))).toMatchObject({
      code: 'PROVIDER_REFUSED',
    });
    expect(identitiesOf(ids.ben)).toEqual({});
  });

  it('expires', async () => {
    const state = await begin();
    await kit.store.db.update(flows).set({ expiresAt: new Date(Date.now() - 1) });
    expect(await problemOf(ben.social.finish.mutate({ state, callback }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
  });

  it('counts no more once earlier proofs are withdrawn', async () => {
    const state = await begin(erin);
    await withdrawStepUps(kit.store, ids.erin);
    expect(await problemOf(erin.social.finish.mutate({ state, callback }))).toMatchObject({
      code: 'FLOW_EXPIRED',
    });
    expect(identitiesOf(ids.erin)).toEqual({});
    const token = await kit.tokenOf('erin');
    erin = kit.client(token, await kit.stepUpOf(token));
  });
});

describe('an account that is linked already', () => {
  const callback = { code: 'c', userId: 'new' };
  const linked = { 'mock-social': { userId: 'old', details: {} } };

  it('is not overwritten: neither at the start nor at the end', async () => {
    const state = await begin();
    person(ids.ben).identities = structuredClone(linked);
    const before = linkCalls();
    expect(await problemOf(ben.social.finish.mutate({ state, callback }))).toMatchObject({
      code: 'ALREADY_LINKED',
    });
    expect(linkCalls()).toBe(before);
    expect(await problemOf(begin())).toMatchObject({ code: 'ALREADY_LINKED' });
    expect(identitiesOf(ids.ben)).toEqual(linked);
  });

  it('is replaced when that was said at the start, and only there', async () => {
    person(ids.ben).identities = structuredClone(linked);
    const state = await begin(ben, { replace: true });
    await ben.social.finish.mutate({ state, callback });
    expect(identitiesOf(ids.ben)['mock-social']?.userId).toBe('new');
    const forged = { state, callback, replace: true };
    expect(await problemOf(ben.social.finish.mutate(forged))).toMatchObject({
      fields: [{ path: 'replace', code: 'UNKNOWN_FIELD' }],
    });
  });

  it('is not taken from another person', async () => {
    const state = await begin();
    const taken = { code: 'c', userId: 'pretend-sofia' };
    expect(await problemOf(ben.social.finish.mutate({ state, callback: taken }))).toMatchObject({
      code: 'ALREADY_LINKED',
    });
    expect(identitiesOf(ids.ben)).toEqual({});
    expect(identitiesOf(ids.sofia)['mock-social']?.userId).toBe('pretend-sofia');
  });
});

describe('a provider that says no', () => {
  it.each([
    ['a wrong code (401)', 'google-universal', { code: 'bad' }],
    ['no code (400)', 'google-universal', { scope: 'x' }],
    ['an answer that cannot be read (400)', 'mock-social-connector', { name: 'no code' }],
  ])('by %s is not taken for a failure of ours', async (_, kind, callback) => {
    const state = await begin(ben, { connectorId: connectorId(kind) });
    expect(await problemOf(ben.social.finish.mutate({ state, callback }))).toMatchObject({
      code: 'PROVIDER_REFUSED',
    });
    // Still signed in, and the machine's token was not blamed.
    expect(await ben.social.list.query()).toMatchObject({ linked: [] });
  });

  it('in any other words of a connector is understood too', async () => {
    const state = await begin();
    kit.logto.state.faults.push({
      path: `/api/users/${ids.ben}/identities`,
      count: 1,
      status: 400,
      body: '{"code":"connector.invalid_request_parameters","message":"."}',
    });
    expect(await problemOf(ben.social.finish.mutate({ state, callback: { code: 'c' } }))).toMatchObject({
      code: 'PROVIDER_REFUSED',
    });
  });

  it('because the person did is believed without asking Logto, and the state is used up', async () => {
    const state = await begin();
    const before = linkCalls();
    const denied = { state, callback: { error: 'access_denied', code: 'c' } };
    expect(await problemOf(ben.social.finish.mutate(denied))).toMatchObject({ code: 'PROVIDER_REFUSED' });
    expect(linkCalls()).toBe(before);
    const again = { state, callback: { code: 'c' } };
    expect(await problemOf(ben.social.finish.mutate(again))).toMatchObject({ code: 'FLOW_EXPIRED' });
  });

  it('is told from a Logto that is out of order', async () => {
    const state = await begin();
    kit.logto.state.faults.push({ path: `/api/users/${ids.ben}/identities`, count: 9, status: 503 });
    expect(await problemOf(ben.social.finish.mutate({ state, callback: { code: 'c' } }))).toMatchObject({
      code: 'LOGTO_UNAVAILABLE',
    });
  });
});

describe('a callback', () => {
  it('of too many or too large parameters is refused before the state is used', async () => {
    const state = await begin(olga);
    const before = linkCalls();
    const bad = [
      Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`k${index}`, 'x'])),
      { code: 'x'.repeat(8193) },
      { 'not a name': 'x' },
      { ['k'.repeat(65)]: 'x' },
      { $where: 'x' },
    ];
    for (const callback of bad) {
      const refused = problemOf(olga.social.finish.mutate({ state, callback }));
      expect(await refused).toMatchObject({ code: 'INPUT_INVALID' });
    }
    expect(linkCalls()).toBe(before);
    await olga.social.finish.mutate({ state, callback: { code: 'c' } });
  });

  it('cannot reach into objects', async () => {
    const state = await begin(olga);
    const token = await kit.tokenOf('olga');
    const body = `{"state":"${state}","callback":{"code":"c","userId":"r","__proto__":{"polluted":"yes"}}}`;
    const { status } = await fetch(`${kit.url}/social.finish`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
    expect(status).toBe(200);
    expect(JSON.stringify(identitiesOf(ids.olga))).not.toContain('polluted');
    expect({}).not.toHaveProperty('polluted');
  });
});
