import { EventEmitter, once } from 'node:events';
import { accountEnvironment } from '@account/logto-dev';
import { type Around, createLogtoClient } from '@account/logto-mgmt';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type Kit, problemOf, startKit } from '../test/kit.ts';
import { createPeople } from './people.ts';

/** Two servers on one database before one Logto, whose clocks stand still until a test moves them. */
const clock = { now: 3_600_000 };
const reads: boolean[] = [];
let here: Kit;
let there: Kit;
let ada: { id: string; token: string };

beforeAll(async () => {
  const recent = { now: () => clock.now };
  here = await startKit({ recent: { ...recent, onRead: (isHit) => reads.push(isHit) } });
  there = await startKit({ databaseUrl: here.databaseUrl, logto: here.logto, recent });
  const token = await here.tokenOf('ada');
  ada = { id: (await here.client(token).account.overview.query()).id, token };
});
afterAll(async () => {
  await there.stop();
  await here.stop();
});
beforeEach(() => {
  setSuspended(false);
  clock.now += 5_001;
});

/** As an operator does in Logto's console, of which we hear nothing. */
function setSuspended(isSuspended: boolean) {
  const user = here.logto.state.users.get(ada.id);
  if (user) user.isSuspended = isSuspended;
}

const name = async (kit: Kit) => (await kit.client(ada.token).account.overview.query()).name;
const look = (person: Client) => [
  person.account.overview.query(),
  person.sessions.list.query(),
  person.apps.list.query(),
  person.tokens.list.query(),
  person.organizations.list.query(),
  person.activity.list.query({}),
];

async function callsDuring(kit: Kit, work: () => Promise<unknown>) {
  const before = kit.endpoints.length;
  await work();
  return kit.endpoints.slice(before);
}

describe('what pages show of a person', () => {
  it('is read once, however many ask at once, and not again for a while', async () => {
    const person = here.client(ada.token);
    await Promise.all(look(person));
    const cold = await callsDuring(there, () =>
      Promise.all([1, 2, 3].map(() => there.client(ada.token).account.overview.query())),
    );
    expect(cold.filter((call) => call === 'GET /api/users/{userId}')).toHaveLength(1);
    expect(await callsDuring(here, () => Promise.all(look(person)))).toEqual([]);
    reads.length = 0;
    await person.account.overview.query();
    expect(new Set(reads)).toEqual(new Set([true]));
  });

  it('is never shown to anybody else', async () => {
    const ben = await here.tokenOf('ben');
    const adas = await here.client(ada.token).account.overview.query();
    const bens = await here.client(ben).account.overview.query();
    expect(bens.id).not.toBe(adas.id);
    expect(await here.client(ben).tokens.list.query()).not.toEqual(
      await here.client(ada.token).tokens.list.query(),
    );
  });

  it('shows a change at once to those who made it, on every server', async () => {
    await Promise.all([name(here), name(there)]);
    await here.client(ada.token).profile.update.mutate({ name: 'Countess' });
    expect(await name(here)).toBe('Countess');
    await expect.poll(() => name(there)).toBe('Countess');
  });

  it('shows a change that Logto made although its answer was lost', async () => {
    await name(here);
    here.logto.state.faults.push({ method: 'PATCH', path: `/api/users/${ada.id}`, cut: 'half', count: 1 });
    await here
      .client(ada.token)
      .profile.update.mutate({ name: 'Lost' })
      .catch(() => undefined);
    const seen = await callsDuring(here, () => name(here));
    expect(seen).toContain('GET /api/users/{userId}');
  });

  it('does not outlive a change that was made while it was being read', async () => {
    const { LOGTO_M2M_APP_ID: appId, LOGTO_M2M_APP_SECRET: appSecret } = accountEnvironment('');
    const client = createLogtoClient({ endpoint: here.logto.endpoint, appId, appSecret });
    const changes = new EventEmitter();
    const changed = once(changes, 'made');
    const slow: Around = async ({ method }, send) => {
      const answer = await send();
      if (method === 'GET') {
        changes.emit('read');
        await changed;
      }
      return answer;
    };
    const through = (around: Around) => client.through((call, send) => around(call, () => slow(call, send)));
    const { current, recent } = await createPeople({ ...client, through }, here.store);
    const isRead = once(changes, 'read');
    const before = recent.users.get(ada.id);
    await isRead;
    await current.users.update(ada.id, { name: 'Meanwhile' });
    changes.emit('made');
    await before;
    expect((await recent.users.get(ada.id)).name).toBe('Meanwhile');
    await client.close();
  });

  it('is read anew for who has just signed in', async () => {
    const later = clock.now;
    clock.now = 0;
    here.services.people.forget(ada.id);
    const before = await here.client(ada.token).sessions.list.query();
    const token = await here.tokenOf('ada');
    const after = await here.client(token).sessions.list.query();
    clock.now = later;
    expect(after).toHaveLength(before.length + 1);
  });

  it('is read anew for who asks for that, whatever this server has heard', async () => {
    await name(there);
    const user = here.logto.state.users.get(ada.id);
    if (user) user.name = 'Silent';
    const headers = { authorization: `Bearer ${ada.token}`, 'cache-control': 'no-cache' };
    const answer = await fetch(`${there.url}/account.overview`, { headers });
    expect(await answer.json()).toMatchObject({ result: { data: { name: 'Silent' } } });
  });

  it('is forgotten by a server that was cut off from the others, once it hears them again', async () => {
    await name(there);
    const user = here.logto.state.users.get(ada.id);
    if (user) user.name = 'Unheard';
    await here.store.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'",
      [],
    );
    await expect.poll(() => name(there)).toBe('Unheard');
  });
});

describe('somebody who was suspended in Logto', () => {
  it('is out on every server when what was read of them is five seconds old', async () => {
    await Promise.all([name(here), name(there)]);
    setSuspended(true);
    clock.now += 5_001;
    for (const kit of [here, there]) {
      expect(await problemOf(kit.client(ada.token).account.overview.query())).toMatchObject({
        code: 'ACCOUNT_SUSPENDED',
      });
    }
  });

  it('cannot change, prove or ask anything from that moment on', async () => {
    const person = here.client(ada.token, await here.stepUpOf(ada.token));
    await name(here);
    setSuspended(true);
    const calls = [
      person.profile.update.mutate({ name: 'Too late' }),
      person.tokens.create.mutate({ name: 'Too late', expiresInDays: null }),
      person.stepUp.finish.mutate({ method: 'password', password: 'x', purpose: 'change' }),
      person.password.check.mutate({ password: 'x' }),
    ];
    const problems = await Promise.all(calls.map(problemOf));
    expect(problems.map(({ code }) => code)).toEqual(Array(4).fill('ACCOUNT_SUSPENDED'));
    expect(await name(here)).toBeTypeOf('string');
  });
});
