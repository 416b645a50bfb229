import { randomBytes } from 'node:crypto';
import type { Database, Driver } from './driver.ts';
import { createKeys, type Keys } from './keys.ts';
import * as schema from './schema.ts';

export type Store = Driver & { keys: Keys };

export type StoreOptions = {
  /** PostgreSQL. Without it an embedded one keeps its data in `folder`. */
  databaseUrl?: string | undefined;
  /** For the embedded database; `memory://`, which is the default, is gone at the end. */
  folder?: string | undefined;
  /** See `createKeys`. Without any, one is made and kept in the database. */
  secrets?: readonly string[];
};

/** Opens the database, brings its tables up to date and readies the keys. Several servers may do so at once. */
export async function openStore({ databaseUrl, folder, secrets = [] }: StoreOptions): Promise<Store> {
  const driver = databaseUrl
    ? await (await import('./postgres.ts')).openPostgres(databaseUrl)
    : await (await import('./embedded.ts')).openEmbedded(folder);
  const [first, ...others] = secrets;
  return { ...driver, keys: createKeys([first ?? (await ownSecret(driver.db)), ...others]) };
}

async function ownSecret(db: Database) {
  const made = { name: 'keys', value: randomBytes(32).toString('base64url') };
  await db.insert(schema.secrets).values(made).onConflictDoNothing();
  const [kept = made] = await db.select().from(schema.secrets);
  return kept.value;
}
