import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import postgres from 'postgres';

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
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  const rows = await client.unsafe(statement);
  await client.end();
  return rows;
}
