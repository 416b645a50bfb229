import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Kit, type Server, startKit } from './kit.ts';

let kit: Kit;
let one: Server;
let other: Server;
const tokens = { ada: '', ben: '', olga: '', grace: '' };

const benPath = '/api/users/benfranklin0';
const redirectUri = 'http://localhost:5173/social/callback';

beforeAll(async () => {
  kit = await startKit();
  [one, other] = await Promise.all([kit.startServer(), kit.startServer()]);
  for (const person of ['ada', 'ben', 'olga', 'grace'] as const) tokens[person] = await kit.tokenOf(person);
});
afterAll(() => kit.stop());
beforeEach(() => kit.toLogto.clear());

const person = (id: string) => kit.logto.state.users.get(id);
const create = (name: string) => ({ name, expiresInDays: 7 });

it('a server freezes in the middle of a change: others go on, that person is refused clearly, and it ends with the freeze', async () => {
  const [benAtOne, ben, ada] = await Promise.all([
    one.proven(tokens.ben),
    other.proven(tokens.ben),
    other.proven(tokens.ada),
  ]);
  const struck = kit.toLogto.strike('silence', `POST ${benPath}/personal-access-tokens HTTP`);
  const frozen = benAtOne.tokens.create.mutate(create('frozen')).catch((error: Error) => error.message);
  await struck;
  one.freeze();
  await ada.tokens.create.mutate(create('meanwhile'));
  expect(await other.told(ben.tokens.create.mutate(create('waits')))).toMatchObject({
    code: 'STORE_UNAVAILABLE',
  });
  one.thaw();
  expect(await frozen).toBe('LOGTO_UNAVAILABLE');
  await ben.tokens.create.mutate(create('waits'));
  expect(person('benfranklin0')?.personalAccessTokens.map(({ name }) => name)).toEqual(['waits']);
});

it('a server dies frozen: whoever waited for it goes on at once', async () => {
  const [olgaAtOne, olga] = await Promise.all([one.proven(tokens.olga), other.proven(tokens.olga)]);
  const struck = kit.toLogto.strike('silence', 'POST /api/users/olgalad00000/personal-access-tokens HTTP');
  const lost = olgaAtOne.tokens.create.mutate(create('lost')).catch(() => 'lost');
  await struck;
  one.freeze();
  const waiting = olga.tokens.create.mutate(create('waits'));
  await one.end('SIGKILL');
  await waiting;
  expect(await lost).toBe('lost');
  one = await kit.startServer();
});

it('a server is killed between the proof of a new address and its writing: the same code finishes it elsewhere, once', async () => {
  const [ben, benElsewhere] = await Promise.all([one.proven(tokens.ben), other.proven(tokens.ben)]);
  const { flow } = await ben.email.start.mutate({ email: 'ben@new.example' });
  const { code = '' } = kit.logto.state.inbox.findLast(({ address }) => address === 'ben@new.example') ?? {};
  const struck = kit.toLogto.strike('silence', `PATCH ${benPath} HTTP`);
  const lost = ben.email.finish.mutate({ flow, code }).catch(() => 'lost');
  await struck;
  await one.end('SIGKILL');
  expect(await lost).toBe('lost');
  expect(person('benfranklin0')?.primaryEmail).toBeNull();
  await benElsewhere.email.finish.mutate({ flow, code });
  expect(person('benfranklin0')?.primaryEmail).toBe('ben@new.example');
  expect(await other.told(benElsewhere.email.finish.mutate({ flow, code }))).toMatchObject({
    code: 'FLOW_EXPIRED',
  });
  one = await kit.startServer();
});

it('a server is killed after Logto linked a social account: it shows as linked', async () => {
  const [ben, benElsewhere] = await Promise.all([one.proven(tokens.ben), other.proven(tokens.ben)]);
  const connectors = [...kit.logto.state.connectors.values()];
  const { id = '' } = connectors.find(({ connectorId }) => connectorId === 'mock-social-connector') ?? {};
  const { state } = await ben.social.start.mutate({ connectorId: id, redirectUri });
  const struck = kit.toLogto.strike('hold', `POST ${benPath}/identities`);
  const lost = ben.social.finish.mutate({ state, callback: { code: 'c', userId: 'ben-there' } });
  await Promise.all([expect(lost).rejects.toThrow(), struck.then(() => one.end('SIGKILL'))]);
  const { linked } = await benElsewhere.social.list.query();
  expect(linked.map(({ target }) => target)).toEqual(['mock-social']);
  one = await kit.startServer();
});

it('a server is killed in the middle of a request to be deleted: the sweep of another finishes it', async () => {
  const grace = await one.proven(tokens.grace, 'delete');
  const struck = kit.toLogto.strike('hold', 'PATCH /api/users/gracehopper0/is-suspended');
  const lost = grace.lifecycle.delete.mutate({ confirmation: 'grace' });
  await Promise.all([expect(lost).rejects.toThrow(), struck.then(() => one.end('SIGKILL'))]);
  expect(await other.told(other.client(tokens.grace).profile.get.query())).toMatchObject({
    code: 'ACCOUNT_SUSPENDED',
  });
  const days = 24 * 3600 * 1000;
  await other.suffer({ clock: 15 * days });
  await vi.waitFor(() => expect(person('gracehopper0')).toBeUndefined(), { timeout: 15_000 });
});
