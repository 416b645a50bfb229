import { problemOf } from '@account/procedures/testing/kit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Client, type Kit, type Server, startKit } from './kit.ts';

let kit: Kit;
let server: Server;
let token: string;
let ada: Client;

beforeAll(async () => {
  kit = await startKit();
  server = await kit.startServer();
  token = await kit.tokenOf('ada');
  ada = await server.proven(token);
});
afterAll(() => kit.stop());

const create = (name: string) => ada.tokens.create.mutate({ name, expiresInDays: 7 });
const unavailable = { code: 'STORE_UNAVAILABLE' };

it('the database is gone: reads go on, what needs it is refused and not tried, and all goes on when it is back', async () => {
  await ada.profile.get.query();
  await kit.toDatabase.down();
  const before = kit.toLogto.requests.length;
  await ada.profile.get.query();
  expect(await server.told(create('gone'))).toMatchObject(unavailable);
  const guess = { method: 'password', password: 'a guess' } as const;
  for (let guesses = 0; guesses < 12; guesses += 1) {
    expect(await server.told(server.client(token).stepUp.finish.mutate(guess))).toMatchObject(unavailable);
  }
  const writes = kit.toLogto.requests.slice(before).filter((line) => !line.startsWith('GET'));
  expect(writes).toEqual([]);
  expect(server.log()).toContain('Failed query: select');
  expect(server.log()).not.toContain('params:');
  expect(await server.health()).toMatchObject({ checks: { store: false, keys: true } });
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  await kit.toDatabase.up();
  await vi.waitFor(() => create('back'), { timeout: 15_000, interval: 100 });
  expect(await server.health()).toMatchObject({ status: 'ok' });
});

it('connections to the database are cut in the middle of work: calls are refused or done, and the server lives', async () => {
  for (let round = 0; round < 20; round += 1) {
    const calls = Array.from({ length: 4 }, () => refusal(ada.activity.list.query({})));
    await kit.toDatabase.down();
    await kit.toDatabase.up();
    for (const refused of await Promise.all(calls)) expect(refused ?? unavailable).toMatchObject(unavailable);
  }
  await vi.waitFor(() => create('after'), { timeout: 15_000, interval: 100 });
});

it('the database takes what it is sent and says nothing: nobody waits for ever', async () => {
  const silence = kit.toDatabase.strike('silence', '', Infinity);
  const asked = refusal(ada.activity.list.query({}));
  await silence;
  expect(await asked).toMatchObject(unavailable);
  kit.toDatabase.clear();
  await vi.waitFor(() => create('heard'), { timeout: 15_000, interval: 100 });
}, 40_000);

/** What a call is refused with, if it is. */
function refusal(call: Promise<unknown>) {
  return call.then(
    () => undefined,
    (error: unknown) => problemOf(Promise.reject(error)),
  );
}
