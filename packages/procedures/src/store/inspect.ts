import { readMigrationFiles } from 'drizzle-orm/migrator';
import postgres from 'postgres';
import { migrations } from './migrations.ts';

/**
 * How far the tables of a PostgreSQL are behind this version (`pending`) or ahead of it (`unknown`), in migrations.
 * Nothing is written. Rejects when there is no connection.
 */
export async function inspectPostgres(url: string): Promise<{ pending: number; unknown: number }> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    const [table] = await client`select to_regclass('account.__drizzle_migrations') as name`;
    const rows = table?.name ? await client`select created_at from account.__drizzle_migrations` : [];
    const applied = new Set(rows.map((row) => Number(row.created_at)));
    const known = new Set(readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis));
    return {
      pending: [...known].filter((time) => !applied.has(time)).length,
      unknown: [...applied].filter((time) => !known.has(time)).length,
    };
  } finally {
    await client.end({ timeout: 1 });
  }
}
