import {
  bigint,
  bigserial,
  index,
  integer,
  jsonb,
  pgSchema,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/** Our tables stand in a schema of their own, so that they can share a database with anything else. */
export const account = pgSchema('account');

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Append-only: what was done to an account, or refused. Rows leave only when their retention is over. */
export const journal = account.table(
  'journal',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull().defaultNow(),
    /** `domain.past-tense`, for instance `token.created`. */
    event: text('event').notNull(),
    /** Whose account it was. */
    personId: text('person_id').notNull(),
    /** Who did it: the person, or somebody of the support. */
    actorId: text('actor_id').notNull(),
    /** `done`, or the code of the problem it was refused with. */
    outcome: text('outcome').notNull(),
    requestId: text('request_id').notNull(),
    /** The address without the part that tells one household from the next. */
    network: text('network'),
    device: text('device'),
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
  },
  (table) => [index('journal_person').on(table.personId, table.id), index('journal_at').on(table.at)],
);

/** What has begun and waits for a proof: sealed, for one person and one purpose, taken once. */
export const flows = account.table(
  'flows',
  {
    /** A hash: whoever reads the table cannot go on with somebody's flow. */
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    personId: text('person_id').notNull(),
    sealed: text('sealed').notNull(),
    /** The proof was given, but what it was for is not yet written. */
    provenAt: moment('proven_at'),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [index('flows_expiry').on(table.expiresAt)],
);

/** The layout that rate-limiter-flexible works on; `expire` is in epoch milliseconds. */
export const limits = account.table('limits', {
  key: text('key').primaryKey(),
  points: integer('points').notNull().default(0),
  expire: bigint('expire', { mode: 'number' }),
});

/** Step-up tokens that were issued before are no longer believed. */
export const stepUpFloors = account.table('step_up_floors', {
  personId: text('person_id').primaryKey(),
  notBefore: moment('not_before').notNull(),
});

/** Access tokens that were issued before are no longer believed. */
export const tokenFloors = account.table('token_floors', {
  personId: text('person_id').primaryKey(),
  notBefore: moment('not_before').notNull(),
});

/** Accounts that wait for their deletion. Their owners are in `deactivations` too. */
export const deletions = account.table(
  'deletions',
  {
    personId: text('person_id').primaryKey(),
    /** Names this deletion to those who are told of it, however often they are told. */
    id: uuid('id').notNull().defaultRandom(),
    requestedAt: moment('requested_at').notNull().defaultNow(),
    dueAt: moment('due_at').notNull(),
    /** Nobody works on it before then: one server does, or it failed a moment ago. */
    claimedUntil: moment('claimed_until'),
    attempts: integer('attempts').notNull().default(0),
  },
  (table) => [index('deletions_due').on(table.dueAt)],
);

/** People who are suspended because they wanted to be: only they may lift that by themselves. */
export const deactivations = account.table(
  'deactivations',
  {
    personId: text('person_id').primaryKey(),
    at: moment('at').notNull().defaultNow(),
    /** As Logto had it, in epoch milliseconds: whoever has signed in since was not suspended all the time. */
    lastSignInAt: bigint('last_sign_in_at', { mode: 'number' }),
    /** When Logto last had the person as suspended; `null` until it has said so. */
    checkedAt: moment('checked_at'),
  },
  (table) => [index('deactivations_checked').on(table.checkedAt)],
);

/** The secret that was made here because the operator gave none. */
export const secrets = account.table('secrets', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});
