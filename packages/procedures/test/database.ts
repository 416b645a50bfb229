import { randomUUID } from 'node:crypto';
import { env } from 'node:process';
import postgres from 'postgres';

/** A new, empty database on the real PostgreSQL of this run. */
export async function newDatabase(): Promise<string> {
  if (!env.TEST_DATABASE_URL) throw new Error('There is no PostgreSQL: see postgres.ts');
  const url = new URL(env.TEST_DATABASE_URL);
  const admin = postgres(url.href, { max: 1, onnotice: () => undefined });
  const name = `account_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}
