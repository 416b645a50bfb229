import { expect, vi } from 'vitest';
import type { Kit } from './kit.ts';

const waiting = `select count(*) from pg_locks where locktype = 'advisory' and not granted
  and database = (select oid from pg_database where datname = current_database())`;

/** Resolves when that many servers stand in line for somebody's lock. */
export function untilWaiting({ store }: Kit, count = 1) {
  return vi.waitFor(async () => expect(Number((await store.query(waiting, []))[0]?.count)).toBe(count));
}
