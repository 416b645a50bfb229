import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Loaded into the server's process before the server: troubles that come from the machine itself, switched by
 * messages of the process that started it.
 */
export type Trouble = {
  /** Milliseconds that the clock is ahead of those of others. */
  clock: number;
  /** Milliseconds that have gone by at once. */
  later: number;
  /** No host name is found. */
  noNames: boolean;
};

const trouble: Trouble = { clock: 0, later: 0, noNames: false };

const now = Date.now.bind(Date);
globalThis.Date = new Proxy(Date, {
  construct: (target, given) =>
    given.length > 0 ? Reflect.construct(target, given) : new target(Date.now()),
  get: (target, key) =>
    key === 'now' ? () => now() + trouble.clock + trouble.later : Reflect.get(target, key),
});

const elapsed = performance.now.bind(performance);
performance.now = () => elapsed() + trouble.later;

// What is to happen every minute happens every second, so that nobody waits for it.
globalThis.setInterval = new Proxy(setInterval, {
  apply: (target, self, [work, ms, ...given]: unknown[]) =>
    Reflect.apply(target, self, [work, ms === 60_000 ? 1_000 : ms, ...given]),
});

const lookup = dns.lookup;
dns.lookup = new Proxy(lookup, {
  apply: (target, self, given: unknown[]) => {
    const answer = given.at(-1);
    if (!trouble.noNames || typeof answer !== 'function') return Reflect.apply(target, self, given);
    const host = String(given[0]);
    const failure = Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
    setImmediate(() => answer(failure));
  },
});

syncBuiltinESMExports();

process.on('message', (change: Partial<Trouble>) => {
  Object.assign(trouble, change);
  process.send?.('done');
});
// It must not keep a server alive that has nothing else to do.
process.channel?.unref();
