import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDatabase } from '../../test/database.ts';
import { openStore, type Store } from './open.ts';

let servers: [Store, Store];
beforeAll(async () => {
  const databaseUrl = await newDatabase();
  servers = [await openStore({ databaseUrl }), await openStore({ databaseUrl })];
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

describe('work of one name', () => {
  it('is done one after another, on all servers', async () => {
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await servers[0].query('select pg_sleep(0.01)', []);
      running -= 1;
    };
    await Promise.all(Array.from({ length: 10 }, (_, index) => servers[index % 2]?.exclusively('one', work)));
    expect(most).toBe(1);
  });

  it.each([
    ['for one person', () => 'person:ada'],
    ['each for another person', (index: number) => `person:${index}`],
  ])('never starves for a connection, however many calls come at once %s', async (_, name) => {
    const [server] = servers;
    const calls = Array.from({ length: 25 }, (_, index) =>
      server.exclusively(name(index), async () => {
        // All who can get a lock have it before any of them goes on.
        await new Promise((resolve) => setTimeout(resolve, 20));
        return server.query('select 1 as one', []);
      }),
    );
    expect(await Promise.all(calls)).toEqual(Array(25).fill([{ one: 1 }]));
  });

  it('that fails lets the next one begin', async () => {
    const [server] = servers;
    const failing = server.exclusively('failing', () => Promise.reject(new Error('no')));
    const next = server.exclusively('failing', async () => 'done');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});

describe('what one server says', () => {
  const heard: string[] = [];
  const gap = vi.fn();
  beforeAll(() => servers[1].hear({ message: (message) => heard.push(message), gap }));

  it('is heard by the others and not by itself', async () => {
    const own: string[] = [];
    await servers[0].hear({ message: (message) => own.push(message), gap: () => undefined });
    await servers[0].tell('one');
    await vi.waitFor(() => expect(heard).toEqual(['one']));
    expect(own).toEqual([]);
  });

  it('is heard again after the connection was lost, and the gap is told of', async () => {
    await servers[0].query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()",
      [],
    );
    await vi.waitFor(() => expect(gap).toHaveBeenCalledTimes(1), { timeout: 5_000 });
    await servers[0].tell('two');
    await vi.waitFor(() => expect(heard).toContain('two'));
  });
});
