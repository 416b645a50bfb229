import ipaddr from 'ipaddr.js';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import type { Store } from '../store/open.ts';
import { StoreError } from '../store/store-error.ts';
import { AccountError } from '../trpc/account-error.ts';

/**
 * Per person (or network, for those who are not signed in) and procedure, on each server: they keep a page that went
 * wild, or a script, from hurting others.
 */
export const memoryLimits = {
  read: { points: 300, duration: 60 },
  write: { points: 60, duration: 60 },
  sensitive: { points: 30, duration: 60 },
  open: { points: 30, duration: 60 },
  /** What Logto sends by itself, all of it from one address. */
  signal: { points: 3_000, duration: 60 },
  support: { points: 60, duration: 60 },
};

/** In the store, so that ten servers are no easier to attack than one. */
const inStore = {
  /** Wrong passwords, codes and proofs of one person, whatever procedure they are tried at. */
  guess: { points: 10, duration: 15 * 60 },
  /** Codes that one person has sent. */
  send: { points: 5, duration: 10 * 60 },
  /** Codes that one address gets, whoever has them sent. */
  sendTo: { points: 5, duration: 10 * 60 },
  /** What somebody of the support does to accounts: a stolen sign-in of theirs must not reach everybody's. */
  support: { points: 60, duration: 60 * 60 },
};

export type MemoryLimit = keyof typeof memoryLimits;
export type StoreLimit = keyof typeof inStore;

export type Limits = ReturnType<typeof createLimits>;

/** The limits of one server. */
export function createLimits(store: Store) {
  const memory = {
    read: new RateLimiterMemory(memoryLimits.read),
    write: new RateLimiterMemory(memoryLimits.write),
    sensitive: new RateLimiterMemory(memoryLimits.sensitive),
    open: new RateLimiterMemory(memoryLimits.open),
    signal: new RateLimiterMemory(memoryLimits.signal),
    support: new RateLimiterMemory(memoryLimits.support),
  };
  const shared = (name: StoreLimit) =>
    new RateLimiterPostgres({
      ...inStore[name],
      keyPrefix: name,
      storeClient: { query: ({ text, values }: Statement) => rows(store, text, values) },
      storeType: 'pool',
      schemaName: 'account',
      tableName: 'limits',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
  const stored = {
    guess: shared('guess'),
    send: shared('send'),
    sendTo: shared('sendTo'),
    support: shared('support'),
  };

  return {
    /** Counts a call. Throws `TOO_MANY_REQUESTS` with the seconds to wait. */
    count: (limit: MemoryLimit, key: string) => consume(memory[limit], key),

    /** Counts a try, before it is made, so that parallel tries count too. Throws as `count`, or a `StoreError`. */
    attempt: (limit: StoreLimit, key: string) => consume(stored[limit], key),

    /** Forgets the tries after one was right. */
    async forgive(limit: StoreLimit, key: string) {
      await stored[limit].delete(key);
    },
  };
}

/** One household or server: it commands all addresses of an IPv6 /64. */
export function networkOf(ip: string | undefined) {
  if (!ip || !ipaddr.isValid(ip)) return 'unknown';
  const address = ipaddr.process(ip);
  return address instanceof ipaddr.IPv6 ? address.parts.slice(0, 4).join(':') : address.toString();
}

type Statement = { text: string; values: unknown[] };

async function rows(store: Store, text: string, values: unknown[]) {
  return { rows: await store.query(text, values) };
}

async function consume(limiter: RateLimiterAbstract, key: string) {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes))
      throw new StoreError('The limits cannot be read', { cause: refused });
    throw new AccountError('TOO_MANY_REQUESTS', {
      retryAfterSeconds: Math.ceil(refused.msBeforeNext / 1000),
    });
  }
}
