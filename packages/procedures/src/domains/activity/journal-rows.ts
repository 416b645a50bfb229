import { and, desc, eq, lt, ne, notLike } from 'drizzle-orm';
import { journal } from '../../store/schema.ts';
import type { PersonContext } from '../../trpc/context.ts';
import type { Row, Stream } from './merge.ts';
import { ActivityDetail, type ActivityItem } from './schemas.ts';

type JournalRow = Row<ActivityItem> & { id: number };

/** Long enough for every name that can be given here. */
const longestDetail = 200;

/**
 * What was done to the person's account, or refused, older than `before`. Left out is what says nothing: that a proof
 * was asked for, that something was begun which then is there finished, or not.
 */
export async function readJournalRows(
  { services, user }: PersonContext,
  { before, limit }: { before: number | null; limit: number },
): Promise<Stream<JournalRow>> {
  const rows = await services.store.db
    .select()
    .from(journal)
    .where(
      and(
        eq(journal.personId, user.id),
        before === null ? undefined : lt(journal.id, before),
        ne(journal.outcome, 'STEP_UP_REQUIRED'),
        notLike(journal.event, '%started'),
        notLike(journal.event, '%code-sent'),
      ),
    )
    // In the order of writing, which is the order of time; the index has it.
    .orderBy(desc(journal.id))
    .limit(limit + 1);
  return {
    rows: rows.slice(0, limit).map((row) => ({ id: row.id, at: row.at.getTime(), item: toItem(row) })),
    isComplete: rows.length <= limit,
  };
}

function toItem(row: typeof journal.$inferSelect): ActivityItem {
  const { id, at, event, outcome, actorId, personId, device, network, details } = row;
  const isOwn = actorId === personId;
  return {
    id: `account-${id}`,
    at: at.getTime(),
    source: 'account',
    event,
    outcome: outcome === 'done' ? 'done' : 'refused',
    by: isOwn ? 'you' : actorId === 'system' ? 'system' : 'support',
    // Where somebody of the support sits is none of the person's business.
    device: isOwn ? device : null,
    network: isOwn ? network : null,
    place: null,
    application: null,
    details: allowed(outcome === 'done' ? details : { ...details, reason: outcome }),
  };
}

function allowed(details: Record<string, unknown>): ActivityItem['details'] {
  const known: ActivityItem['details'] = {};
  for (const key of ActivityDetail.options) {
    const value = details[key];
    if (typeof value === 'string') known[key] = value.slice(0, longestDetail);
    if (typeof value === 'number' || typeof value === 'boolean') known[key] = value;
  }
  return known;
}
