import { addMinutes, subDays, subMinutes } from 'date-fns';
import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { deactivations, deletions } from '../store/schema.ts';
import type { RequestFacts, Services } from '../trpc/context.ts';
import { carryOutDeletion, type DeletionOutcome } from './deletion.ts';
import { type Deletion, recheckDeparture } from './departure.ts';

/** What one run did. */
export type SweepCounts = {
  /** Rows that were of no more use. */
  flows: number;
  limits: number;
  stepUpFloors: number;
  tokenFloors: number;
  journal: number;
  /** Marks of people who are not suspended by their own wish any more. */
  departures: number;
  deletions: Record<DeletionOutcome | 'failed', number>;
};

export type Sweep = ReturnType<typeof createSweep>;

/** One server works on a deletion for that long at most. */
const claimMinutes = 5;
const longestPauseMinutes = 24 * 60;

/** More than any operator lets an access token live. */
const longestTokenDays = 30;

/** A mark that Logto has not confirmed is looked at when the call that wrote it is surely over, others once a day. */
const unconfirmedMinutes = 1;
const recheckDays = 1;
const rechecksPerRun = 20;

/**
 * Clears away what has expired and deletes the accounts whose day has come. Every server may run it at any time: what
 * one works on, the others leave alone.
 */
export function createSweep(services: Services, log: RequestFacts['log']) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> | undefined;

  async function run(): Promise<SweepCounts> {
    return {
      ...(await clearRows(services)),
      departures: await recheckDepartures(services, log),
      deletions: await carryOutDeletions(services, log),
    };
  }

  return {
    /** Sweeps once. Rejects when the store cannot be reached; what fails for one person is logged and tried later. */
    run,

    /** Sweeps now and then, and never twice at once. It does not keep the process alive. */
    start(intervalMs: number) {
      timer = setInterval(() => {
        running ??= run()
          .catch((err) => log.error({ err }, 'sweep failed'))
          .finally(() => {
            running = undefined;
          });
      }, intervalMs).unref();
    },

    /** Resolves when the run under way is over. */
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

async function clearRows({ store, rules }: Services) {
  const now = new Date();
  const clear = async (where: string, value: string | number) => {
    const statement = `with gone as (delete from account.${where} returning 1) select count(*) from gone`;
    const [row] = await store.query(statement, [value]);
    return Number(row?.count ?? 0);
  };
  return {
    flows: await clear('flows where expires_at < $1', now.toISOString()),
    limits: await clear('limits where expire < $1', now.getTime()),
    // No proof lives longer than some minutes.
    stepUpFloors: await clear('step_up_floors where not_before < $1', subDays(now, 1).toISOString()),
    tokenFloors: await clear(
      'token_floors where not_before < $1',
      subDays(now, longestTokenDays).toISOString(),
    ),
    journal: await clear('journal where at < $1', subDays(now, rules.journal.retentionDays).toISOString()),
  };
}

async function recheckDepartures(services: Services, log: RequestFacts['log']) {
  const { db, exclusively } = services.store;
  const { personId, at, checkedAt } = deactivations;
  const isUnconfirmed = and(isNull(checkedAt), lt(at, subMinutes(new Date(), unconfirmedMinutes)));
  const due = await db
    .select({ personId })
    .from(deactivations)
    .where(or(isUnconfirmed, lt(checkedAt, subDays(new Date(), recheckDays))))
    .orderBy(asc(checkedAt))
    .limit(rechecksPerRun);
  let removed = 0;
  for (const mark of due) {
    await exclusively(`person:${mark.personId}`, () => recheckDeparture(services, mark.personId)).then(
      (outcome) => {
        removed += outcome === 'removed' ? 1 : 0;
      },
      (err) => log.error({ err, ...mark }, 'departure not checked'),
    );
  }
  return removed;
}

async function carryOutDeletions(services: Services, log: RequestFacts['log']) {
  const counts = { done: 0, vetoed: 0, 'called-off': 0, failed: 0 };
  for (let deletion = await claim(services); deletion; deletion = await claim(services)) {
    const { personId, id, attempts } = deletion;
    const outcome = await carryOut(services, deletion).catch(async (err) => {
      log.error({ err, personId, deletionId: id, attempts }, 'account not deleted');
      await waitLonger(services, deletion);
      return 'failed' as const;
    });
    if (outcome) counts[outcome] += 1;
  }
  return counts;
}

/** Takes one deletion that is due; of all servers that ask at once, each gets another one. */
async function claim({ store: { db } }: Services): Promise<Deletion | undefined> {
  const now = new Date();
  const free = or(isNull(deletions.claimedUntil), lt(deletions.claimedUntil, now));
  const next = db
    .select({ personId: deletions.personId })
    .from(deletions)
    .where(and(lte(deletions.dueAt, now), free))
    .orderBy(asc(deletions.dueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const [claimed] = await db
    .update(deletions)
    .set({ claimedUntil: addMinutes(now, claimMinutes), attempts: sql`${deletions.attempts} + 1` })
    .where(eq(deletions.personId, next))
    .returning();
  return claimed;
}

/** `undefined` when there is nothing to do any more: the person came back, or another server was faster. */
function carryOut(services: Services, { id, personId }: Deletion) {
  const { db, exclusively } = services.store;
  return exclusively(`person:${personId}`, async () => {
    const [deletion] = await db.select().from(deletions).where(eq(deletions.id, id));
    return deletion && carryOutDeletion(services, deletion);
  });
}

async function waitLonger({ store: { db } }: Services, { id, attempts }: Deletion) {
  const minutes = Math.min(2 ** attempts, longestPauseMinutes);
  await db
    .update(deletions)
    .set({ claimedUntil: addMinutes(new Date(), minutes) })
    .where(eq(deletions.id, id));
}
