import type {
  AccountCenter,
  Connector,
  CustomProfileField,
  LogtoClient,
  SignInExperience,
} from '@account/logto-mgmt';
import { LRUCache } from 'lru-cache';

/** Settings of the whole tenant; the same for every person, so they are shared and kept for a short while. */
export type Tenant = {
  accountCenter: () => Promise<AccountCenter>;
  connectors: () => Promise<Connector[]>;
  customProfileFields: () => Promise<CustomProfileField[]>;
  signInExperience: () => Promise<SignInExperience>;
};

/** After a change in Logto's console it takes this long at most until people meet it. */
const ttlMs = 30_000;

export function createTenant({
  accountCenter,
  connectors,
  customProfileFields,
  signInExperience,
}: LogtoClient): Tenant {
  return {
    accountCenter: cached(() => accountCenter.get()),
    connectors: cached(() => connectors.list()),
    customProfileFields: cached(() => customProfileFields.list()),
    signInExperience: cached(() => signInExperience.get()),
  };
}

/** Keeps one value; callers that come while it is being fetched share that fetch, and failures are not kept. */
function cached<T extends object>(fetch: () => Promise<T>): () => Promise<T> {
  const cache = new LRUCache<'value', T>({ max: 1, ttl: ttlMs, fetchMethod: fetch });
  return () => cache.forceFetch('value');
}
