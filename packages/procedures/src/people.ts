import type { Answer, Around, LogtoApi, LogtoClient } from '@account/logto-mgmt';
import { LRUCache } from 'lru-cache';
import type { Store } from './store/open.ts';
import { traced } from './tracing.ts';

/** What pages show of people may be a moment old; what is decided about them never is. */
export type People = {
  /** For decisions: every read asks Logto. Every write, however it ends, makes all servers forget that person. */
  current: LogtoApi;
  /** For what is only shown: a read of the same person within `ttlMs` is answered from memory. */
  recent: LogtoApi;
  /** Forgets what was read of a person, here and on the other servers. */
  forget: (personId: string) => void;
  /** The same on this server alone, for what was read before a time (epoch milliseconds). */
  forgetHere: (personId: string, readBefore: number) => void;
  /** The same object for as long as what was read of a person may be shown: whatever else belongs to them goes with it. */
  memoryOf: (personId: string) => object;
};

export type PeopleOptions = {
  /** How long something may be shown after it was read; 5 000 by default, 0 for never. */
  ttlMs?: number;
  /** Told of every read that `recent` is asked for: answered from memory, or not. */
  onRead?: (isHit: boolean) => void;
  /** Milliseconds since the process began. */
  now?: () => number;
};

const maxPeople = 1_000;

/** More than a page asks for; whoever turns leaf after leaf of their history does not fill the memory with it. */
const maxAnswersEach = 20;

/** Answers that are known, or on their way, by address; the first was asked for at `since`, in epoch milliseconds. */
type Answers = { since: number; byAddress: Map<string, Promise<Answer>> };

/** Throws when `store` does not let this server listen to the others. */
export async function createPeople(
  client: LogtoClient,
  store: Pick<Store, 'tell' | 'hear'>,
  { ttlMs = 5_000, onRead, now = () => performance.now() }: PeopleOptions = {},
): Promise<People> {
  // A person's answers are forgotten together. A read that was under way ends in answers that nobody looks into any
  // more, so that what was read before a write is never shown after it.
  const memory = new LRUCache<string, Answers>({
    max: maxPeople,
    ttl: ttlMs || 1,
    ttlResolution: 0,
    perf: { now },
  });

  function read(personId: string, address: string, ask: () => Promise<Answer>) {
    const { byAddress } = answersOf(personId);
    const known = byAddress.get(address);
    onRead?.(known !== undefined);
    if (known) return known;
    const answer = ask();
    if (byAddress.size >= maxAnswersEach) return answer;
    byAddress.set(address, answer);
    answer.catch(() => byAddress.delete(address));
    return answer;
  }

  function answersOf(personId: string) {
    const known = memory.get(personId);
    if (known) return known;
    const answers: Answers = { since: performance.timeOrigin + now(), byAddress: new Map() };
    if (ttlMs > 0) memory.set(personId, answers);
    return answers;
  }

  function forget(personId: string) {
    memory.delete(personId);
    // Servers that do not hear it forget by themselves when `ttlMs` is over.
    store.tell(personId).catch(() => undefined);
  }

  const around =
    (mayBeRecent: boolean): Around =>
    async (call, ask) => {
      const { method, url, userId } = call;
      const send = () => traced(call, ask);
      if (userId === undefined) return send();
      if (method === 'GET') return mayBeRecent ? read(userId, url, send) : send();
      return send().finally(() => forget(userId));
    };

  await store.hear({ message: (personId) => memory.delete(personId), gap: () => memory.clear() });
  return {
    current: client.through(around(false)),
    recent: client.through(around(true)),
    forget,
    memoryOf: answersOf,
    forgetHere(personId, readBefore) {
      if ((memory.get(personId)?.since ?? Infinity) < readBefore) memory.delete(personId);
    },
  };
}
