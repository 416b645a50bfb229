import { eq, sql } from 'drizzle-orm';
import type { Store } from '../store/open.ts';
import { tokenFloors } from '../store/schema.ts';
import type { Context } from '../trpc/context.ts';
import type { Caller } from './authenticate.ts';

/**
 * Access tokens that this person has now count no more. A JWT cannot be taken back, and Logto gives no sign which
 * session one is from, so all of them go when a session or a grant ends: whoever is still signed in gets another.
 */
export async function withdrawTokens({ db }: Store, personId: string) {
  const notBefore = new Date();
  await db
    .insert(tokenFloors)
    .values({ personId, notBefore })
    .onConflictDoUpdate({
      target: tokenFloors.personId,
      set: { notBefore: sql`greatest(${tokenFloors.notBefore}, excluded.not_before)` },
    });
}

/**
 * Whether a token was not withdrawn. Without the store nobody knows, and what needs no store goes on: it does little
 * harm, and everything else is refused then.
 */
export async function tokenCounts(
  { services, log }: Pick<Context, 'services' | 'log'>,
  { id, issuedAt }: Caller,
): Promise<boolean> {
  const { store, rules } = services;
  try {
    const [floor] = await store.db.select().from(tokenFloors).where(eq(tokenFloors.personId, id));
    return !floor || issuedAt + rules.clockSkewSeconds * 1000 > floor.notBefore.getTime();
  } catch (err) {
    log.error({ err, personId: id }, 'withdrawn tokens not read');
    return true;
  }
}
