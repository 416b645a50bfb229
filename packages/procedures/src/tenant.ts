import type { AccountCenter, CustomProfileField, LogtoClient } from '@account/logto-mgmt';
import { LRUCache } from 'lru-cache';

/** Settings of the whole tenant; the same for every person, so they are shared and kept for a short while. */
export type Tenant = {
  accountCenter: () => Promise<AccountCenter>;
  customProfileFields: () => Promise<CustomProfileField[]>;
};

/** After a change in Logto's console it takes this long at most until people meet it. */
const ttlMs = 30_000;

export function createTenant({ accountCenter, customProfileFields }: LogtoClient): Tenant {
  return {
    accountCenter: cached(() => accountCenter.get()),
    customProfileFields: cached(() => customProfileFields.list()),
  };
}

/** Keeps one value; callers that come while it is being fetched share that fetch, and failures are not kept. */
function cached<T extends object>(fetch: () => Promise<T>): () => Promise<T> {
  const cache = new LRUCache<'value', T>({ max: 1, ttl: ttlMs, fetchMethod: fetch });
  return () => cache.forceFetch('value');
}
