import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { inject } from 'vitest';

/** A new, empty database on the real PostgreSQL of this run. */
export async function newDatabase(): Promise<string> {
  const url = new URL(inject('databaseUrl'));
  const admin = postgres(url.href, { max: 1, onnotice: () => undefined });
  const name = `account_${randomUUID().replaceAll('-', '')}`;
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  url.pathname = `/${name}`;
  return url.href;
}
