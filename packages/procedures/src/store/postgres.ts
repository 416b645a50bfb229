import { randomUUID } from 'node:crypto';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client, Pool, type PoolClient } from 'pg';
import type { Driver } from './driver.ts';
import { listen } from './listen.ts';
import { migrations } from './migrations.ts';
import { createQueues } from './queues.ts';
import * as schema from './schema.ts';
import { StoreError } from './store-error.ts';

/** How long work waits for other work of the same name before it gives up. */
const lockTimeoutMs = 10_000;

/** A database that takes a statement and says nothing keeps no call waiting for longer. */
const answerTimeoutMs = 5_000;

const channel = 'account';

export async function openPostgres(url: string): Promise<Driver> {
  await migrateOnce(url);
  const pool = openPool(url, { waitMs: 5_000, answerMs: answerTimeoutMs });
  // Connections of their own: those who wait for a lock must not hold the ones that its holder needs to go on.
  const locks = openPool(url, { waitMs: lockTimeoutMs, answerMs: lockTimeoutMs + answerTimeoutMs });
  const inTurn = createQueues();
  const self = randomUUID();
  const ears: { close: () => Promise<void> }[] = [];
  let closed: Promise<unknown> | undefined;
  return {
    db: drizzle(pool, { schema }),
    query: async (text, values) => (await pool.query<Record<string, unknown>>(text, values)).rows,
    // In turn, so that one person's calls take one of those connections however many come at once.
    exclusively: (name, work) => inTurn(name, () => withLock(locks, name, work)),
    tell: async (message) => {
      await pool.query('select pg_notify($1, $2)', [channel, `${self} ${message}`]);
    },
    hear: async ({ message, gap }) => {
      const toOthers = (payload: string) => {
        if (!payload.startsWith(self)) message(payload.slice(self.length + 1));
      };
      ears.push(await listen(url, channel, { message: toOthers, gap }));
    },
    close: async () => {
      closed ??= Promise.all([...ears.map((ear) => ear.close()), pool.end(), locks.end()]);
      await closed;
    },
  };
}

/** Connections for `waitMs` at most to be had, and statements for `answerMs` at most to be answered. */
function openPool(url: string, { waitMs, answerMs }: { waitMs: number; answerMs: number }) {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: waitMs,
    query_timeout: answerMs,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
  });
  // Who uses a connection that is lost is told by its statement; nobody else has to know, nor the process to end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Other servers wait as well. The lock goes with its connection, so a server that dies leaves none behind. */
async function withLock<T>(locks: Pool, name: string, work: () => Promise<T>): Promise<T> {
  const connection = await locks.connect().catch(refuse);
  try {
    await lock(connection, name).catch(refuse);
    return await work();
  } finally {
    await connection.query('select pg_advisory_unlock_all()').then(
      () => connection.release(),
      // It ends, and the lock with it.
      (error) => connection.release(error),
    );
  }
}

async function lock(connection: PoolClient, name: string) {
  await connection.query("select set_config('lock_timeout', $1, false)", [String(lockTimeoutMs)]);
  await connection.query('select pg_advisory_lock(hashtextextended($1, 0))', [name]);
}

function refuse(cause: unknown): never {
  throw new StoreError('A lock cannot be had', { cause });
}

/** Servers that start together wait for one another; the lock goes with the connection. */
async function migrateOnce(url: string) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtextextended('account migrations', 0))");
    await migrate(drizzle(client), migrations);
  } finally {
    await client.end();
  }
}
