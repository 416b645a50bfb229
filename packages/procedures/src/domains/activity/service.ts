import type { PersonContext } from '../../trpc/context.ts';
import { advanceJournal, advanceLog, fromCursor, toCursor } from './cursor.ts';
import { readJournalRows } from './journal-rows.ts';
import { readLogRows } from './log-rows.ts';
import { mergeNewestFirst, type Stream } from './merge.ts';
import type { ActivityItem, ActivityPage, ActivityQuery } from './schemas.ts';

const nothing: Stream<never> = { rows: [], isComplete: true };

/**
 * What happened to the account, newest first: our journal and Logto's log as one. A page costs one call to Logto
 * about the person, `GET /api/logs`, or none when only changes are asked for. Throws `INPUT_INVALID` for a cursor
 * that is none.
 */
export async function listActivity(ctx: PersonContext, query: ActivityQuery): Promise<ActivityPage> {
  const { kind, limit, cursor } = query;
  const position = fromCursor(cursor, kind);
  const [journal, log] = await Promise.all([
    kind === 'sign-in' ? nothing : readJournalRows(ctx, { before: position.journal, limit }),
    kind === 'change' ? nothing : readLogRows(ctx, position.log),
  ]);
  const { items, taken, isComplete } = mergeNewestFirst<ActivityItem>([journal, log], limit);
  const next = {
    kind,
    journal: advanceJournal(position.journal, { rows: journal.rows, taken: taken[0] ?? 0 }),
    log: advanceLog(position.log, { rows: log.rows, taken: taken[1] ?? 0 }),
  };
  return {
    items: await Promise.all(items.map((item) => nameApplication(ctx, item))),
    nextCursor: isComplete ? null : toCursor(next),
  };
}

async function nameApplication({ services }: PersonContext, item: ActivityItem): Promise<ActivityItem> {
  if (!item.application) return item;
  const { id } = item.application;
  const known = await services.tenant.application(id);
  return { ...item, application: known ? { id, name: known.name } : null };
}
