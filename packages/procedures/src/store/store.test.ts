import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { newDatabase } from '../../test/database.ts';
import { createLimits } from '../policy/limits.ts';
import { defineFlow } from './flows.ts';
import { openStore, type Store } from './open.ts';

const flow = defineFlow('test', z.object({ secret: z.string() }), 60);
const shortFlow = defineFlow('short', z.null(), 0);

describe.each([
  { name: 'PostgreSQL', open: async () => openStore({ databaseUrl: await newDatabase() }) },
  { name: 'the embedded database', open: () => openStore({}) },
])('on $name', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const begin = async (personId: string) =>
    (await flow.start(store, personId, { secret: 'the secret' })) ?? 'none';

  it('a flow is taken once, by the person who began it', async () => {
    const id = await begin('ada');
    expect(await flow.take(store, { personId: 'olga', id })).toBeUndefined();
    const taken = await Promise.all(
      Array.from({ length: 5 }, () => flow.take(store, { personId: 'ada', id })),
    );
    expect(taken.filter(Boolean)).toEqual([{ secret: 'the secret' }]);
  });

  it('a flow that has expired is none', async () => {
    const id = (await shortFlow.start(store, 'ada', null)) ?? 'none';
    expect(await shortFlow.peek(store, { personId: 'ada', id })).toBeUndefined();
  });

  it('a flow remembers its proof, and the table holds neither its id nor its content', async () => {
    const id = await begin('ben');
    const key = { personId: 'ben', id };
    await flow.prove(store, key);
    expect(await flow.peek(store, key)).toEqual({ payload: { secret: 'the secret' }, isProven: true });
    const rows = JSON.stringify(await store.query('select * from account.flows', []));
    expect(rows).not.toContain('the secret');
    expect(rows).not.toContain(id);
  });

  it('tries are counted before they are made, however many come at once', async () => {
    const { attempt, forgive } = createLimits(store);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => attempt('guess', 'ada:password')),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
    await forgive('guess', 'ada:password');
    await expect(attempt('guess', 'ada:password')).resolves.toBeUndefined();
  });

  it('work of one name happens in turn, and a failure does not stop the next', async () => {
    let running = 0;
    const work = (fails: boolean) =>
      store.exclusively('person:ada', async () => {
        running += 1;
        expect(running).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        if (fails) throw new Error('failed');
      });
    const outcomes = await Promise.allSettled([work(false), work(true), work(false)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});

it('servers that start together on an empty database agree on its tables and its keys', async () => {
  const databaseUrl = await newDatabase();
  const stores = await Promise.all(Array.from({ length: 3 }, () => openStore({ databaseUrl })));
  const [one, other] = stores;
  expect(await other?.keys.open((await one?.keys.seal('hello')) ?? '')).toBe('hello');
  await Promise.all(stores.map((store) => store.close()));
});
