import { eq } from 'drizzle-orm';
import type { Store } from '../src/store/open.ts';
import { deactivations, deletions, journal } from '../src/store/schema.ts';
import type { Kit } from './kit.ts';

/** A demo person who leaves as the settings app lets them. */
export async function leave(kit: Kit, identifier: string, how: 'deactivate' | 'delete' = 'deactivate') {
  const token = await kit.tokenOf(identifier);
  const proof = await kit.stepUpOf(token, how === 'delete' ? 'delete' : 'change');
  const person = kit.client(token, proof);
  if (how === 'deactivate') return person.lifecycle.deactivate.mutate();
  const { confirmation } = await person.lifecycle.get.query();
  return person.lifecycle.delete.mutate({ confirmation });
}

/** What is kept about somebody who left. */
export async function departureOf({ db }: Store, personId: string) {
  const [mark] = await db.select().from(deactivations).where(eq(deactivations.personId, personId));
  const [deletion] = await db.select().from(deletions).where(eq(deletions.personId, personId));
  return { mark, deletion };
}

/** Lets the day of a deletion come. */
export async function makeDue({ db }: Store, personId: string) {
  const past = new Date(Date.now() - 1000);
  await db.update(deletions).set({ dueAt: past, claimedUntil: null }).where(eq(deletions.personId, personId));
}

/** The journal of a person, oldest first: `event outcome`. */
export async function journalOf({ db }: Store, personId: string) {
  const rows = await db.select().from(journal).where(eq(journal.personId, personId)).orderBy(journal.id);
  return rows.map(({ event, outcome }) => `${event} ${outcome}`);
}
