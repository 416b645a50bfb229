import { randomBytes } from 'node:crypto';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { createKeys, type Keys } from './keys.ts';
import * as schema from './schema.ts';

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

/** A database, whichever of the two it is. */
export type Driver = {
  db: Database;
  /** A statement with `$1` … and its rows. */
  query: (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Runs `work` while nobody else, on any server, runs work of the same name. */
  exclusively: <T>(name: string, work: () => Promise<T>) => Promise<T>;
  /** Says something to the other servers, up to some thousand characters. Who is not listening just then misses it. */
  tell: (message: string) => Promise<void>;
  /** Listens to what the other servers say from now on, and reconnects by itself. */
  hear: (ear: Ear) => Promise<void>;
  close: () => Promise<void>;
};

export type Ear = {
  message: (message: string) => void;
  /** Something may have been missed. */
  gap: () => void;
};

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
