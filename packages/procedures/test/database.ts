import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import { Client } from 'pg';

/** A new, empty database on the real PostgreSQL of this run. */
export async function newDatabase(): Promise<string> {
  if (!env.TEST_DATABASE_URL) throw new Error('There is no PostgreSQL: see postgres.ts');
  const url = new URL(env.TEST_DATABASE_URL);
  const name = `account_${randomUUID().replaceAll('-', '')}`;
  await queryDatabase(url.href, `create database ${name}`);
  url.pathname = `/${name}`;
  return url.href;
}

/** One statement, as somebody else at the same database. */
export async function queryDatabase(url: string, statement: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return rows;
}
