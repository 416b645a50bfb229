import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newDatabase } from '../../../test/database.ts';
import { type Client, type Kit, problemOf, startKit } from '../../../test/kit.ts';

const redirectUri = 'https://app.example.com/social/callback';
const rules = { socialRedirectUris: [redirectUri] };

let kit: Kit;
let other: Kit;
let ben: Client;
let olga: Client;
let benOnOther: Client;
const ids = { ben: 'benfranklin0', erin: 'erinbrook000' };
let pretend: string;

beforeAll(async () => {
  const databaseUrl = await newDatabase();
  kit = await startKit({ ...rules, databaseUrl });
  other = await startKit({ ...rules, databaseUrl, logto: kit.logto });
  const clientOf = async (name: string, server = kit) => {
    const token = await kit.tokenOf(name);
    return server.client(token, await kit.stepUpOf(token));
  };
  [ben, olga] = [await clientOf('ben'), await clientOf('olga')];
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

describe('the list', () => {
  it('says what is linked, what can be, and what cannot be linked here', async () => {
    person(ids.ben).identities = {
      github: {
        userId: '1',
        details: {
          name: 'Ben',
          email: 'b@x.example',
          avatar: 'javascript:alert(1)',
          rawData: { token: 's' },
        },
      },
      gone: { userId: '2', details: { name: 7, email: '', avatar: 'https://a.example/b.png' } },
    };
    const { linked, linkable, notLinkable } = await ben.social.list.query();
    expect(linked).toEqual([
      {
        target: 'github',
        name: { en: 'GitHub' },
        logo: expect.stringContaining('github.svg'),
        logoDark: null,
        details: { name: 'Ben', email: 'b@x.example' },
        connectorId: connectorId('github-universal'),
      },
      {
        target: 'gone',
        name: { en: 'gone' },
        logo: null,
        logoDark: null,
        details: { avatar: 'https://a.example/b.png' },
        connectorId: null,
      },
    ]);
    expect(linkable.map(({ target }) => target)).toEqual(['mock-social', 'google']);
    expect(notLinkable.map(({ target, reason }) => [target, reason])).toEqual([
      ['apple', 'NEEDS_SESSION'],
      ['company-oidc', 'NEEDS_SESSION'],
    ]);
  });

  it('shows no secret of a connector', async () => {
    const answer = JSON.stringify(await ben.social.list.query());
    expect(answer).not.toContain('config');
    expect(answer).not.toContain('ecret');
  });
});

describe('a connector', () => {
  const start = (id: string) => problemOf(olga.social.start.mutate({ connectorId: id, redirectUri }));

  it('that needs a session, sends mail, is for apps only or is not switched on cannot be linked', async () => {
    expect(await start(connectorId('apple-universal'))).toMatchObject({ code: 'NOT_LINKABLE' });
    expect(await start(connectorId('mock-email-service'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await start('unknown')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await start('../users')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that turns out to need a session is remembered', async () => {
    const fresh = await startKit(rules);
    const token = await fresh.tokenOf('ben');
    const client = fresh.client(token, await fresh.stepUpOf(token));
    fresh.logto.state.faults.push({
      path: `/api/connectors/${pretend}`,
      count: 1,
      status: 501,
      body: '{"code":"connector.not_implemented","message":"."}',
    });
    const targets = async () => (await client.social.list.query()).notLinkable.map(({ target }) => target);
    expect(await targets()).not.toContain('mock-social');
    const begun = problemOf(client.social.start.mutate({ connectorId: pretend, redirectUri }));
    expect(await begun).toMatchObject({ code: 'NOT_LINKABLE' });
    expect(await targets()).toContain('mock-social');
    await fresh.stop();
  });

  it('that is gone since is not mistaken for a person who is', async () => {
    const fresh = await startKit(rules);
    const token = await fresh.tokenOf('ben');
    const client = fresh.client(token, await fresh.stepUpOf(token));
    const { state } = await client.social.start.mutate({ connectorId: pretend, redirectUri });
    fresh.logto.state.connectors.delete(pretend);
    const finished = problemOf(client.social.finish.mutate({ state, callback: { code: 'c' } }));
    expect(await finished).toMatchObject({ code: 'NOT_LINKABLE' });
    const begun = problemOf(client.social.start.mutate({ connectorId: pretend, redirectUri }));
    expect(await begun).toMatchObject({ code: 'NOT_LINKABLE' });
    await fresh.stop();
  });

  it('that the operator has not switched on, or that is for mobile apps, is not offered', async () => {
    const fresh = await startKit(rules);
    fresh.logto.state.signInExperience.socialSignInConnectorTargets = ['mock-social', 'github'];
    const [native, off] = [connectorId('github-universal'), connectorId('google-universal')];
    const nativeConnector = fresh.logto.state.connectors.get(native);
    if (nativeConnector) nativeConnector.platform = 'Native';
    const token = await fresh.tokenOf('ben');
    const client = fresh.client(token, await fresh.stepUpOf(token));
    expect((await client.social.list.query()).linkable.map(({ target }) => target)).toEqual(['mock-social']);
    for (const id of [native, off]) {
      const begun = problemOf(client.social.start.mutate({ connectorId: id, redirectUri }));
      expect(await begun).toMatchObject({ code: 'NOT_LINKABLE' });
    }
    await fresh.stop();
  });
});

describe('unlinking', () => {
  const two = {
    'mock-social': { userId: 'a', details: {} },
    github: { userId: 'b', details: {} },
  };

  it('removes the account of the person who asks, and says what is left', async () => {
    person(ids.ben).identities = structuredClone(two);
    person(ids.erin).identities = { github: { userId: 'c', details: {} } };
    const { linked, linkable } = await ben.social.remove.mutate({ target: 'github' });
    expect(linked.map(({ target }) => target)).toEqual(['mock-social']);
    expect(linkable.map(({ target }) => target)).toContain('github');
    expect(Object.keys(identitiesOf(ids.ben))).toEqual(['mock-social']);
    expect(Object.keys(identitiesOf(ids.erin))).toEqual(['github']);
  });

  it('of what is not linked finds nothing, whatever it is called', async () => {
    person(ids.erin).identities = { github: { userId: 'c', details: {} } };
    const before = kit.calls.length;
    for (const target of ['github', '__proto__', 'constructor', '..', 'a/b']) {
      expect(await problemOf(ben.social.remove.mutate({ target })), target).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect(kit.calls.slice(before)).not.toContain('/api/users/{userId}/identities/{target}');
    expect(Object.keys(identitiesOf(ids.erin))).toEqual(['github']);
  });

  it('never takes the last way in, not even by two calls on two servers at once', async () => {
    const ben0 = person(ids.ben);
    const password = ben0.password;
    ben0.identities = structuredClone(two);
    ben0.password = null;
    const outcomes = await Promise.allSettled([
      ben.social.remove.mutate({ target: 'github' }),
      benOnOther.social.remove.mutate({ target: 'mock-social' }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(Object.keys(ben0.identities)).toHaveLength(1);
    const [target = ''] = Object.keys(ben0.identities);
    expect(await problemOf(ben.social.remove.mutate({ target }))).toMatchObject({ code: 'LAST_WAY_IN' });
    expect(Object.keys(ben0.identities)).toEqual([target]);
    ben0.password = password;
  });
});

it('the operator decides whether social accounts are shown and changed', async () => {
  const closed = await startKit(rules);
  closed.setAccountCenter({ social: 'ReadOnly' });
  const token = await closed.tokenOf('ben');
  const client = closed.client(token, await closed.stepUpOf(token));
  expect(await client.social.list.query()).toMatchObject({ linked: [] });
  const refusal = { code: 'FIELD_NOT_EDITABLE', closed: ['social'] };
  const started = problemOf(client.social.start.mutate({ connectorId: pretend, redirectUri }));
  expect(await started).toMatchObject(refusal);
  const finished = problemOf(client.social.finish.mutate({ state: 'x', callback: {} }));
  expect(await finished).toMatchObject(refusal);
  const removed = problemOf(client.social.remove.mutate({ target: 'github' }));
  expect(await removed).toMatchObject(refusal);
  await closed.stop();
});
