import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { newDatabase } from '../../../test/database.ts';
import { journalOf, leave } from '../../../test/departures.ts';
import { type Kit, problemOf, startKit } from '../../../test/kit.ts';

const password = 'quiet-river-58';

/** Who asks cannot be told from the answers: nobody, active, suspended by an operator, paused by themselves. */
const addresses = [
  'nobody@harbor.example',
  'ada@harbor.example',
  'sam@harbor.example',
  'olga@harbor.example',
];

let kit: Kit;
let other: Kit;
beforeAll(async () => {
  const databaseUrl = await newDatabase();
  kit = await startKit({ databaseUrl });
  other = await startKit({ databaseUrl, logto: kit.logto });
  await leave(kit, 'olga');
});
afterAll(async () => {
  await other.stop();
  await kit.stop();
});

const problems = (calls: Promise<unknown>[]) => Promise.all(calls.map(problemOf));
const flows: string[] = [];

it('everybody is answered alike when the way back begins, and only who can come back gets a code', async () => {
  const { lifecycle } = kit.client();
  const answers = await Promise.all(addresses.map((identifier) => lifecycle.start.mutate({ identifier })));
  expect(new Set(answers.map((answer) => Object.keys(answer).sort().join()))).toEqual(
    new Set(['expiresAt,flow']),
  );
  expect(new Set(answers.map(({ flow }) => flow.length)).size).toBe(1);
  flows.push(...answers.map(({ flow }) => flow));
  await vi.waitFor(() => expect(kit.logto.state.inbox).toHaveLength(1), 5_000);
  expect(kit.logto.state.inbox[0]?.address).toBe('olga@harbor.example');
});

it('everybody is answered alike to a wrong code', async () => {
  const { lifecycle } = kit.client();
  const answers = await problems(flows.map((flow) => lifecycle.finish.mutate({ flow, code: '000000' })));
  expect(answers).toHaveLength(4);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ fields: [{ path: 'code', code: 'WRONG_CODE' }] });
});

it('everybody is answered alike to a wrong password, and the others to the right one too', async () => {
  const { lifecycle } = kit.client();
  const named = ['ghost', 'ada', 'ada@harbor.example', '12025550142', 'sam', 'olga'];
  const answers = await problems([
    ...named.map((identifier) => lifecycle.finishWithPassword.mutate({ identifier, password: 'wrong' })),
    ...named.slice(0, 5).map((identifier) => lifecycle.finishWithPassword.mutate({ identifier, password })),
  ]);
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]).toMatchObject({ fields: [{ path: 'password', code: 'WRONG_PASSWORD' }] });
});

it('what strangers tried is in the journal of the person who is away, and of nobody else', async () => {
  expect(await journalOf(kit.store, 'adalovelace0')).toEqual([]);
  expect(await journalOf(kit.store, 'samsuspended')).toEqual([]);
  expect((await journalOf(kit.store, 'olgalad00000')).sort()).toEqual([
    'account.deactivated done',
    'account.reactivated INPUT_INVALID',
    'account.reactivated INPUT_INVALID',
    'account.return-started done',
    'step-up.finished done',
  ]);
});

it('passwords are guessed ten times on all servers together, under all names of the person', async () => {
  const guess = (server: Kit, identifier: string, tried: string) =>
    problemOf(server.client().lifecycle.finishWithPassword.mutate({ identifier, password: tried }));
  const wrong = Array.from({ length: 9 }, (_, index) =>
    guess(index % 2 ? kit : other, 'olga', `wrong-${index}`),
  );
  for (const { code } of await Promise.all(wrong)) expect(code).toBe('INPUT_INVALID');
  expect(await guess(other, 'olga', password)).toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    retryAfterSeconds: expect.any(Number),
  });
  // Under another name nothing tells that it is the same person, but the right password is no use either.
  expect(await guess(kit, 'olga@harbor.example', password)).toMatchObject({
    fields: [{ path: 'password', code: 'WRONG_PASSWORD' }],
  });
  expect(kit.logto.state.users.get('olgalad00000')?.isSuspended).toBe(true);
});

it('codes are guessed ten times on all servers together', async () => {
  const flow = flows[3] ?? '';
  const code = kit.logto.state.inbox[0]?.code ?? '';
  const guess = (server: Kit, tried: string) =>
    problemOf(server.client().lifecycle.finish.mutate({ flow, code: tried }));
  const wrong = Array.from({ length: 9 }, (_, index) => guess(index % 2 ? kit : other, `wrong-${index}`));
  for (const { code } of await Promise.all(wrong)) expect(code).toBe('INPUT_INVALID');
  expect(await guess(other, code)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
});

it('an address is not flooded with codes, nor told to have been', async () => {
  const { lifecycle } = other.client();
  const ask = (identifier: string) =>
    Array.from({ length: 5 }, () =>
      lifecycle.start.mutate({ identifier }).then(
        () => 'ok',
        (error: Error) => error.message,
      ),
    );
  const [known, unknown] = await Promise.all([
    Promise.all(ask('olga@harbor.example')),
    Promise.all(ask('nobody@harbor.example')),
  ]);
  expect(known.sort()).toEqual(['TOO_MANY_REQUESTS', 'ok', 'ok', 'ok', 'ok']);
  expect(unknown.sort()).toEqual(known);
});

it.each(['olga', 'a@b', '@', 'two words@x.example', `${'1'.repeat(60)}`])(
  'a code cannot be asked for with %j',
  async (identifier) => {
    expect(await problemOf(kit.client().lifecycle.start.mutate({ identifier }))).toMatchObject({
      fields: [{ path: 'identifier', code: 'WRONG_FORMAT' }],
    });
  },
);

it('a network that asks without end is turned away', async () => {
  const calls = Array.from({ length: 40 }, () => kit.client().lifecycle.start.mutate({ identifier: 'x' }));
  const codes = (await problems(calls)).map(({ code }) => code);
  expect(codes).toContain('TOO_MANY_REQUESTS');
});
