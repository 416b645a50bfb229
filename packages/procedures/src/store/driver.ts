import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

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
