import { LogtoError, type User } from '@account/logto-mgmt';
import { eq } from 'drizzle-orm';
import type { Store } from '../store/open.ts';
import { deactivations, deletions } from '../store/schema.ts';
import type { Services } from '../trpc/context.ts';
import { withdrawTokens } from './token-floor.ts';

/**
 * People who left by their own wish: they paused their account, or wait for its deletion. Logto knows one kind of
 * suspension, so a mark of ours tells theirs from an operator's. Everything here happens under the lock of the person,
 * with the person as Logto has them at that moment.
 *
 * The mark is written before the suspension, so that nobody is suspended by themselves without one; it counts only
 * for a person who is suspended and has not signed in since it was written, so that it never lifts a suspension that
 * an operator laid on somebody who was active again. What Logto cannot tell us: that an operator wanted to suspend
 * somebody who was suspended already. For that, the support suspends them here, which removes the mark.
 */
export type Departure = { personId: string; deletion: Deletion | undefined };
export type Deletion = typeof deletions.$inferSelect;

/** Writes the mark, and when the account is to be deleted, if it is. Returns that deletion. */
export function markDeparture({ db }: Store, { id: personId, lastSignInAt }: User, dueAt?: Date) {
  const mark = { at: new Date(), lastSignInAt, checkedAt: null };
  const due = { requestedAt: new Date(), dueAt, claimedUntil: null, attempts: 0 };
  return db.transaction(async (tx): Promise<Deletion | undefined> => {
    await tx
      .insert(deactivations)
      .values({ personId, ...mark })
      .onConflictDoUpdate({ target: deactivations.personId, set: mark });
    await tx.delete(deletions).where(eq(deletions.personId, personId));
    const planned = dueAt && { ...due, dueAt, personId };
    return planned && (await tx.insert(deletions).values(planned).returning())[0];
  });
}

/** Suspends the person, which signs them out everywhere, also for the time after. `PATCH /api/users/{id}/is-suspended` */
export async function suspend(services: Services, personId: string) {
  await services.logto.users.setSuspended(personId, true);
  await withdrawTokens(services, personId);
  await setChecked(services.store, personId, new Date());
}

/** Whether the person is suspended by their own wish and by nothing else. */
export async function findDeparture({ db }: Store, user: User): Promise<Departure | undefined> {
  const [found] = await db
    .select()
    .from(deactivations)
    .leftJoin(deletions, eq(deletions.personId, deactivations.personId))
    .where(eq(deactivations.personId, user.id));
  if (!found || !user.isSuspended || found.deactivations.lastSignInAt !== user.lastSignInAt) return undefined;
  return { personId: user.id, deletion: found.deletions ?? undefined };
}

/**
 * Ends the departure: the person may sign in again and nothing is going to be deleted. Should this server die half way,
 * the mark is looked at again by the sweep. `PATCH /api/users/{id}/is-suspended`
 */
export async function endDeparture({ store, logto }: Services, personId: string) {
  await setChecked(store, personId, null);
  await logto.users.setSuspended(personId, false);
  await forgetDeparture(store, personId);
}

/** Removes the mark and the plan to delete. */
export function forgetDeparture({ db }: Store, personId: string) {
  return db.transaction(async (tx) => {
    await tx.delete(deletions).where(eq(deletions.personId, personId));
    await tx.delete(deactivations).where(eq(deactivations.personId, personId));
  });
}

/** The person as Logto has them now, with their SSO identities, or `undefined` when they are gone. `GET /api/users/{id}` */
export function findUser({ logto }: Services, personId: string): Promise<User | undefined> {
  return logto.users.get(personId, { includeSsoIdentities: true }).catch((error) => {
    if (error instanceof LogtoError && error.code === 'entity.not_found') return undefined;
    throw error;
  });
}

/** Looks whether the mark still says the truth, and removes it if not. */
export async function recheckDeparture(services: Services, personId: string): Promise<'kept' | 'removed'> {
  const user = await findUser(services, personId);
  if (user && (await findDeparture(services.store, user))) {
    // Once more, for a server that died before it came to that.
    await withdrawTokens(services, personId);
    await setChecked(services.store, personId, new Date());
    return 'kept';
  }
  await forgetDeparture(services.store, personId);
  return 'removed';
}

async function setChecked({ db }: Store, personId: string, checkedAt: Date | null) {
  await db.update(deactivations).set({ checkedAt }).where(eq(deactivations.personId, personId));
}
