import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { migrations } from './migrations.ts';
import type { Driver } from './open.ts';
import * as schema from './schema.ts';

/** PostgreSQL inside this process: nothing to install, one server at a time. */
export async function openEmbedded(folder: string | undefined): Promise<Driver> {
  if (folder) await mkdir(folder, { recursive: true });
  const client = await PGlite.create(folder ?? 'memory://');
  const db = drizzle(client, { schema });
  await migrate(db, migrations);
  return {
    db,
    query: async (text, values) => (await client.query<Record<string, unknown>>(text, values)).rows,
    exclusively: createQueues(),
    close: () => client.close(),
  };
}

/** Work of one name waits for the work of that name before it; there is no other process to agree with. */
function createQueues(): Driver['exclusively'] {
  const tails = new Map<string, Promise<unknown>>();
  return (name, work) => {
    const turn = (tails.get(name) ?? Promise.resolve()).then(work, work);
    const tail = turn
      .catch(() => undefined)
      .then(() => {
        if (tails.get(name) === tail) tails.delete(name);
      });
    tails.set(name, tail);
    return turn;
  };
}
