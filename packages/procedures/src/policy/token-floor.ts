import { eq, sql } from 'drizzle-orm';
import type { Store } from '../store/open.ts';
import { tokenFloors } from '../store/schema.ts';
import type { Context, Services } from '../trpc/context.ts';
import type { Caller } from './authenticate.ts';

/**
 * Access tokens that this person has now count no more. A JWT cannot be taken back, and Logto gives no sign which
 * session one is from, so all of them go when a session or a grant ends: whoever is still signed in gets another.
 */
export async function withdrawTokens({ store, people }: Services, personId: string) {
  const notBefore = new Date();
  await store.db
    .insert(tokenFloors)
    .values({ personId, notBefore })
    .onConflictDoUpdate({
      target: tokenFloors.personId,
      set: { notBefore: sql`greatest(${tokenFloors.notBefore}, excluded.not_before)` },
    });
  people.forget(personId);
}

/**
 * Whether a token was not withdrawn; for what is only shown, as far as was known a moment ago. Without the store nobody
 * knows, and what needs no store goes on: it does little harm, and everything else is refused then.
 */
export async function tokenCounts(
  { services, log }: Pick<Context, 'services' | 'log'>,
  { id, issuedAt }: Caller,
  { mayBeRecent }: { mayBeRecent: boolean },
): Promise<boolean> {
  try {
    const floor = await (mayBeRecent ? recentFloor(services, id) : readFloor(services.store, id));
    return !floor || issuedAt + services.rules.clockSkewSeconds * 1000 > floor.getTime();
  } catch (err) {
    log.error({ err, personId: id }, 'withdrawn tokens not read');
    return true;
  }
}

const known = new WeakMap<object, Promise<Date | undefined>>();

function recentFloor({ people, store }: Services, personId: string) {
  const memory = people.memoryOf(personId);
  const before = known.get(memory);
  if (before) return before;
  const floor = readFloor(store, personId);
  known.set(memory, floor);
  floor.catch(() => known.delete(memory));
  return floor;
}

async function readFloor({ db }: Store, personId: string) {
  const [floor] = await db.select().from(tokenFloors).where(eq(tokenFloors.personId, personId));
  return floor?.notBefore;
}
