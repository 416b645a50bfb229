import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Driver } from './driver.ts';
import { migrations } from './migrations.ts';
import { createQueues } from './queues.ts';
import * as schema from './schema.ts';

/** PostgreSQL inside this process: nothing to install, one server at a time. */
export async function openEmbedded(folder = 'memory://'): Promise<Driver> {
  if (folder !== 'memory://') await mkdir(folder, { recursive: true });
  const client = await PGlite.create(folder);
  const db = drizzle(client, { schema });
  await migrate(db, migrations);
  return {
    db,
    query: async (text, values) => (await client.query<Record<string, unknown>>(text, values)).rows,
    // There is no other process to agree with, or to talk to.
    exclusively: createQueues(),
    tell: async () => undefined,
    hear: async () => undefined,
    close: () => client.close(),
  };
}
