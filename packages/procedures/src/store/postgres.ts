import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { migrations } from './migrations.ts';
import type { Driver } from './open.ts';
import * as schema from './schema.ts';

/** How long work waits for other work of the same name before it gives up. */
const lockTimeoutMs = 10_000;

const ignoreNotices = { onnotice: () => undefined };

export async function openPostgres(url: string): Promise<Driver> {
  await migrateOnce(url);
  const client = postgres(url, { max: 10, connect_timeout: 5, idle_timeout: 60, ...ignoreNotices });
  return {
    db: drizzle(client, { schema }),
    query: (text, values) => client.unsafe(text, values.map(toParameter)),
    // A lock of its own connection: it goes with the connection, so a server that dies leaves none behind.
    exclusively: async (name, work) => {
      const connection = await client.reserve();
      try {
        await connection`select set_config('lock_timeout', ${String(lockTimeoutMs)}, false)`;
        await connection`select pg_advisory_lock(hashtextextended(${name}, 0))`;
        return await work();
      } finally {
        await connection`select pg_advisory_unlock_all()`.catch(() => undefined);
        connection.release();
      }
    },
    close: () => client.end({ timeout: 5 }),
  };
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
