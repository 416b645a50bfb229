import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { type Client, type Kit, type Server, startKit } from './kit.ts';

let kit: Kit;
let server: Server;
let ada: Client;

const adaPath = '/api/users/adalovelace0';

beforeAll(async () => {
  kit = await startKit();
  server = await kit.startServer();
  ada = await server.proven(await kit.tokenOf('ada'));
});
afterAll(() => kit.stop());
afterEach(async () => {
  kit.toLogto.clear();
  kit.logto.state.faults.length = 0;
  await works();
});

/** What was wrong is over, and nobody restarts anything. The breaker may be open for some seconds. */
const works = () => vi.waitFor(() => ada.profile.get.query(), { timeout: 15_000, interval: 100 });
const names = async () => (await ada.tokens.list.query()).tokens.map(({ name }) => name);
const create = (name: string) => ada.tokens.create.mutate({ name, expiresInDays: 7 });
const sent = (start: string) => kit.toLogto.requests.filter((line) => line.startsWith(start)).length;

const creating = `POST ${adaPath}/personal-access-tokens HTTP`;
const unavailable = { code: 'LOGTO_UNAVAILABLE' };

it('Logto says nothing within the time limit: a change is refused, was sent once and can be repeated', async () => {
  const before = sent(creating);
  kit.toLogto.strike('silence', creating);
  expect(await server.told(create('silent'))).toMatchObject(unavailable);
  expect(sent(creating) - before).toBe(1);
  await create('silent');
  expect(await names()).toContain('silent');
});

it('the connection to Logto is reset before a change arrived: a change is refused, was sent once and can be repeated', async () => {
  kit.toLogto.strike('reset-before', creating);
  expect(await server.told(create('unsent'))).toMatchObject(unavailable);
  expect(await names()).not.toContain('unsent');
  await create('unsent');
  expect(await names()).toContain('unsent');
});

it.each(['reset-after', 'half'] as const)(
  'the connection to Logto breaks when the answer to a change comes (%s): a token that nobody has seen is taken back, and can be made again',
  async (strike) => {
    const before = sent(creating);
    kit.toLogto.strike(strike, creating);
    expect(await server.told(create(strike))).toMatchObject(unavailable);
    expect(sent(creating) - before).toBe(1);
    expect(await names()).not.toContain(strike);
    await create(strike);
    expect((await names()).filter((name) => name === strike)).toHaveLength(1);
  },
);

it.each(['reset-before', 'reset-after', 'half'] as const)(
  'the connection to Logto breaks while something is read (%s): it is read again, and nobody notices',
  async (strike) => {
    kit.toLogto.strike(strike, `GET ${adaPath}/personal-access-tokens`);
    await ada.tokens.list.query();
  },
);

it('Logto cannot be connected to: both kinds of calls are refused, and go on when Logto is back', async () => {
  await kit.toLogto.down();
  expect(await server.told(ada.profile.get.query())).toMatchObject(unavailable);
  expect(await server.told(create('refused'))).toMatchObject(unavailable);
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
  expect((await fetch(`${server.url}/`)).status).toBe(200);
  await kit.toLogto.up();
  await works();
  await create('refused');
});

it("the name of Logto's host is not found: calls are refused, and go on when it is", async () => {
  await server.suffer({ noNames: true });
  kit.toLogto.cut();
  expect(await server.told(create('nameless'))).toMatchObject(unavailable);
  await server.suffer({ noNames: false });
  await works();
  await create('nameless');
});

it('Logto answers 503 to everything: after five it is left alone, and found again by itself', async () => {
  kit.logto.state.faults.push({ path: '/api', status: 503, count: 1_000 });
  const readUntilLeftAlone = async () => {
    const before = sent('GET /api');
    expect(await server.told(ada.profile.get.query())).toMatchObject(unavailable);
    expect(sent('GET /api')).toBe(before);
  };
  await vi.waitFor(readUntilLeftAlone, { timeout: 10_000, interval: 0 });
  kit.logto.state.faults.length = 0;
  await works();
});

it.each([
  ['30', 30],
  [undefined, 60],
])(
  'Logto is asked too often (Retry-After %s): the wait is said, and others are not shut out',
  async (header, seconds) => {
    const headers = header ? { 'retry-after': header } : {};
    kit.logto.state.faults.push({ path: adaPath, method: 'POST', status: 429, count: 6, headers });
    for (let call = 0; call < 6; call += 1) {
      expect(await server.told(create('often'))).toMatchObject({
        code: 'TOO_MANY_REQUESTS',
        retryAfterSeconds: seconds,
      });
    }
    await create(`often ${seconds}`);
  },
);
