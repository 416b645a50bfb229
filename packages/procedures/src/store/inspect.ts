import { readMigrationFiles } from 'drizzle-orm/migrator';
import { Client } from 'pg';
import { migrations } from './migrations.ts';

/**
 * How far the tables of a PostgreSQL are behind this version (`pending`) or ahead of it (`unknown`), in migrations.
 * Nothing is written. Rejects when there is no connection.
 */
export async function inspectPostgres(url: string): Promise<{ pending: number; unknown: number }> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const tables = await client.query<{ name: string | null }>(
      "select to_regclass('account.__drizzle_migrations') as name",
    );
    const rows = tables.rows[0]?.name
      ? (await client.query<{ created_at: string }>('select created_at from account.__drizzle_migrations'))
          .rows
      : [];
    const applied = new Set(rows.map((row) => Number(row.created_at)));
    const known = new Set(readMigrationFiles(migrations).map(({ folderMillis }) => folderMillis));
    return {
      pending: [...known].filter((time) => !applied.has(time)).length,
      unknown: [...applied].filter((time) => !known.has(time)).length,
    };
  } finally {
    await client.end();
  }
}
