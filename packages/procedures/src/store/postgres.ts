import { randomUUID } from 'node:crypto';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { migrations } from './migrations.ts';
import type { Driver } from './open.ts';
import { createQueues } from './queues.ts';
import * as schema from './schema.ts';
import { StoreError } from './store-error.ts';

/** How long work waits for other work of the same name before it gives up. */
const lockTimeoutMs = 10_000;

const channel = 'account';

/** A database that was away is found again within this time; until then, calls are refused and do not pile up. */
const longestReconnectSeconds = 0.5;

const ignoreNotices = { onnotice: () => undefined };

export async function openPostgres(url: string): Promise<Driver> {
  await migrateOnce(url);
  const backoff = (failures: number) => Math.min(2 ** failures / 100, longestReconnectSeconds);
  const options = { max: 10, connect_timeout: 5, idle_timeout: 60, backoff, ...ignoreNotices };
  const client = postgres(url, options);
  // Connections of their own: those who wait for a lock must not hold the ones that its holder needs to go on.
  const locks = postgres(url, options);
  const inTurn = createQueues();
  return {
    db: drizzle(client, { schema }),
    query: (text, values) => client.unsafe(text, values.map(toParameter)),
    // In turn, so that one person's calls take one of those connections however many come at once.
    exclusively: (name, work) => inTurn(name, () => withLock(locks, name, work)),
    ...createTalk(client),
    close: async () => {
      await Promise.all([client.end({ timeout: 5 }), locks.end({ timeout: 5 })]);
    },
  };
}

/** Over `LISTEN` and `NOTIFY`, which need a connection of their own: a pooler that lends one a statement breaks them. */
function createTalk(client: postgres.Sql): Pick<Driver, 'tell' | 'hear'> {
  const self = randomUUID();
  return {
    tell: async (message) => {
      await client.notify(channel, `${self} ${message}`);
    },
    hear: async ({ message, gap }) => {
      const listener = (payload: string) => {
        if (!payload.startsWith(self)) message(payload.slice(self.length + 1));
      };
      // The last argument is called again whenever a lost connection is back.
      await client.listen(channel, listener, gap);
    },
  };
}

/** Other servers wait as well. The lock goes with its connection, so a server that dies leaves none behind. */
async function withLock<T>(locks: postgres.Sql, name: string, work: () => Promise<T>): Promise<T> {
  const connection = await locks.reserve().catch(refuse);
  try {
    await lock(connection, name).catch(refuse);
    return await work();
  } finally {
    await connection`select pg_advisory_unlock_all()`.catch(() => undefined);
    connection.release();
  }
}

async function lock(connection: postgres.Sql, name: string) {
  await connection`select set_config('lock_timeout', ${String(lockTimeoutMs)}, false)`;
  await connection`select pg_advisory_lock(hashtextextended(${name}, 0))`;
}

function refuse(cause: unknown): never {
  throw new StoreError('A lock cannot be had', { cause });
}

/** Servers that start together wait for one another; the lock goes with the connection. */
async function migrateOnce(url: string) {
  const client = postgres(url, { max: 1, connect_timeout: 5, ...ignoreNotices });
  try {
    await client`select pg_advisory_lock(hashtextextended('account migrations', 0))`;
    await migrate(drizzle(client), migrations);
  } finally {
    await client.end({ timeout: 5 });
  }
}

function toParameter(value: unknown) {
  return typeof value === 'number' || typeof value === 'string' || value === null ? value : String(value);
}
