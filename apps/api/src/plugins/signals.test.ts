import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Kit, startKit } from '../../test/kit.ts';

const Overview = z.object({ result: z.object({ data: z.object({ name: z.string() }) }) });

const signingKey = 'the-signing-key-of-the-hook';
let kit: Kit;
let ada: { id: string; token: string; signOut: () => Promise<void> };

beforeAll(async () => {
  kit = await startKit({ LOGTO_WEBHOOK_SIGNING_KEY: signingKey });
});
beforeEach(async () => {
  const person = { identifier: 'ada', password: demoPassword, scopes: ['account:read', 'account:write'] };
  const { accountToken, signOut } = await signInByCodeFlow(kit.logto.endpoint, person);
  ada = { id: 'adalovelace0', token: accountToken, signOut };
});
afterAll(() => kit.stop());

const overview = () =>
  fetch(`${kit.url}/trpc/account.overview`, { headers: { authorization: `Bearer ${ada.token}` } });
const name = async () => Overview.parse(await (await overview()).json()).result.data.name;

/** Until the server shows what it has read before: right after a sign-in it looks anew each time. */
async function isRemembered() {
  let before = await name();
  const isOld = async () => {
    changeSilently({ name: `${before}.` });
    const shown = await name();
    const isSame = shown === before;
    before = shown;
    return isSame;
  };
  await expect.poll(isOld).toBe(true);
}

/** As somebody does in Logto's console; without a signal it shows only when what was read is forgotten. */
function changeSilently(changes: { name?: string; isSuspended?: boolean }) {
  Object.assign(kit.logto.state.users.get(ada.id) ?? {}, changes);
}

describe('the end of a session at Logto', () => {
  it('reaches us by back channel, once, and makes us look at the person anew', async () => {
    const relay = await startRelay('/backchannel-logout');
    const app = kit.logto.state.applications.get('account-web');
    Object.assign(app?.oidcClientMetadata ?? {}, { backchannelLogoutUri: relay.url });
    await isRemembered();
    changeSilently({ name: 'Signed out' });
    await ada.signOut();
    expect(relay.answers).toEqual([200]);
    expect(await name()).toBe('Signed out');
    await relay.repeat();
    expect(relay.answers).toEqual([200, 400]);
    relay.close();
  });

  it('is not believed from anybody else', async () => {
    for (const body of ['', 'logout_token=', `logout_token=${ada.token}`, `logout_token=a&logout_token=b`]) {
      const answer = await fetch(`${kit.url}/backchannel-logout`, {
        method: 'POST',
        body: new URLSearchParams(body),
      });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('a hook of Logto', () => {
  it.each([
    ['over the Management API', { params: { userId: 'adalovelace0' }, data: { customer: 'x' } }],
    ['by the person elsewhere', { data: { id: 'adalovelace0' } }],
  ])('makes a change that was made %s visible at once', async (how, about) => {
    await isRemembered();
    changeSilently({ name: how });
    expect(await send(hook('User.Data.Updated', about))).toBe(200);
    expect(await name()).toBe(how);
  });

  it('shuts out somebody whom an operator has suspended', async () => {
    await isRemembered();
    changeSilently({ isSuspended: true });
    expect(await send(hook('User.SuspensionStatus.Updated', { params: { userId: ada.id } }))).toBe(200);
    expect((await overview()).status).toBe(403);
    changeSilently({ isSuspended: false });
    await send(hook('User.SuspensionStatus.Updated', { params: { userId: ada.id }, data: {} }));
  });

  it('is believed once', async () => {
    const body = hook('User.Data.Updated', { params: { userId: ada.id }, data: { once: true } });
    expect([await send(body), await send(body)]).toEqual([200, 400]);
  });

  it('is refused when it is not signed, was changed or is old', async () => {
    const body = hook('User.Data.Updated', { params: { userId: ada.id } });
    const old = new Date(Date.now() - 6 * 60_000).toISOString();
    expect(await send(body, '')).toBe(400);
    expect(await send(body, sign(body).slice(0, -2))).toBe(400);
    expect(await send(body.replace('ada', 'bob'), sign(body))).toBe(400);
    expect(await send(body, sign(body, 'another key'))).toBe(400);
    expect(await send(hook('User.Data.Updated', { params: { userId: ada.id } }, old))).toBe(400);
    expect(await send('[]')).toBe(400);
  });

  it('about anything else is taken without a word', async () => {
    expect(await send(hook('Organization.Created', { data: { id: 'org' } }))).toBe(200);
  });

  it('is taken by nobody where the operator has not set a key', async () => {
    const other = await startKit();
    const body = hook('User.Deleted', { params: { userId: ada.id } });
    expect((await post(other.url, body, sign(body, ''))).status).toBe(404);
    await other.stop();
  });
});

function hook(event: string, about: object, createdAt = new Date().toISOString()) {
  return JSON.stringify({ hookId: 'hook', event, createdAt, ...about });
}

function sign(body: string, key = signingKey) {
  return createHmac('sha256', key).update(body).digest('hex');
}

async function send(body: string, signature = sign(body)) {
  return (await post(kit.url, body, signature)).status;
}

function post(url: string, body: string, signature: string) {
  const headers = { 'content-type': 'application/json', 'logto-signature-sha-256': signature };
  return fetch(`${url}/webhooks/logto`, { method: 'POST', headers, body });
}

/** Stands between Logto and us, and can send again what it has seen. */
async function startRelay(path: string) {
  const answers: number[] = [];
  let last = '';
  const forward = async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    answers.push((await fetch(kit.url + path, { method: 'POST', headers, body: last })).status);
  };
  const server = createServer(async (request, response) => {
    last = await text(request);
    await forward();
    response.end();
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    answers,
    repeat: forward,
    close: () => server.close(),
  };
}
