import { LogtoError } from '@account/logto-mgmt';
import { addDays } from 'date-fns';
import { eq } from 'drizzle-orm';
import type { Store } from '../store/open.ts';
import { deactivations, deletions, flows, journal, stepUpFloors, tokenFloors } from '../store/schema.ts';
import type { Services } from '../trpc/context.ts';
import { askBeforeDelete } from './deletion-webhook.ts';
import { type Deletion, findDeparture, findUser, forgetDeparture } from './departure.ts';
import { writeJournal } from './journal.ts';

export type DeletionOutcome = 'done' | 'vetoed' | 'called-off';

/** Whom it deletes, and what it goes by towards those who are told of it. */
export type NamedDeletion = Pick<Deletion, 'personId' | 'id'>;

/** After a veto the product is asked again at the same time on the next day. */
const vetoDays = 1;

/**
 * Does what was planned, under the lock of the person. Somebody who is not suspended any more by their own wish was
 * let in again by an operator: that calls the deletion off. Throws what stands in the way; then it can be tried again.
 */
export async function carryOutDeletion(services: Services, deletion: Deletion): Promise<DeletionOutcome> {
  const { store } = services;
  const user = await findUser(services, deletion.personId);
  if (user && !(await findDeparture(store, user))) {
    await forgetDeparture(store, deletion.personId);
    return 'called-off';
  }
  if (user && (await mayDelete(services, deletion)) === 'veto') {
    await postpone(services, deletion);
    return 'vetoed';
  }
  await eraseAccount(services, deletion);
  return 'done';
}

/** Asks the product, if the operator wants it asked. */
export async function mayDelete({ rules }: Services, deletion: NamedDeletion): Promise<'go' | 'veto'> {
  const { webhook } = rules.deletion;
  return webhook ? askBeforeDelete(webhook, deletion) : 'go';
}

/**
 * Deletes the account, and here what is about the person. The record of what was done to the account stays until its
 * retention is over, without where, with what and the details. `DELETE /api/users/{id}`
 */
export async function eraseAccount({ logto, store }: Services, { personId, id }: NamedDeletion) {
  await logto.users.remove(personId).catch((error) => {
    if (!(error instanceof LogtoError && error.code === 'entity.not_found')) throw error;
  });
  await store.db.transaction(async (tx) => {
    await eraseTraces(tx, personId);
    await writeJournal({ db: tx }, bySystem({ personId, id }, 'done'));
  });
}

/** As `eraseAccount`, for an account that was deleted in Logto; one that still exists is left alone. */
export function eraseIfGone(services: Services, personId: string) {
  const { db, exclusively } = services.store;
  return exclusively(`person:${personId}`, async () => {
    if (await findUser(services, personId)) return;
    await db.transaction((tx) => eraseTraces(tx, personId));
  });
}

async function eraseTraces(db: Store['db'], personId: string) {
  for (const table of [flows, stepUpFloors, tokenFloors, deactivations, deletions]) {
    await db.delete(table).where(eq(table.personId, personId));
  }
  const blank = { network: null, device: null, details: {} };
  await db.update(journal).set(blank).where(eq(journal.personId, personId));
}

async function postpone({ store }: Services, { personId, id, dueAt }: Deletion) {
  await store.db
    .update(deletions)
    .set({ dueAt: addDays(dueAt, vetoDays), claimedUntil: addDays(new Date(), vetoDays), attempts: 0 })
    .where(eq(deletions.personId, personId));
  await writeJournal(store, bySystem({ personId, id }, 'DELETION_VETOED'));
}

function bySystem({ personId, id }: NamedDeletion, outcome: string) {
  const nowhere = { ip: undefined, userAgent: undefined, details: {} };
  return { event: 'account.deleted', personId, actorId: 'system', outcome, requestId: id, ...nowhere };
}
