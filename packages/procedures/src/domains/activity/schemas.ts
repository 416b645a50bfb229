import * as z from 'zod/mini';

/** `sign-in`: what Logto saw. `change`: what was done to the account, or refused, here. */
export const ActivityKind = z.enum(['all', 'sign-in', 'change']);
export type ActivityKind = z.infer<typeof ActivityKind>;

export const ActivityQuery = z.strictObject({
  kind: z._default(ActivityKind, 'all'),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(50)), 20),
  /** The `nextCursor` of the page before; without one, the newest. */
  cursor: z.exactOptional(z.string().check(z.maxLength(4096))),
  /** tRPC's infinite queries send it; there is one direction only, back in time. */
  direction: z.exactOptional(z.literal('forward')),
});
export type ActivityQuery = z.infer<typeof ActivityQuery>;

/** What may be said about an event; whatever else the journal or Logto knows stays there. */
export const ActivityDetail = z.enum([
  'name',
  'newName',
  'expiresAt',
  'method',
  'type',
  'target',
  'from',
  'to',
  'proof',
  'replace',
  'isReplaced',
  'formerRemoved',
  'backupCodesRemoved',
  'signedOut',
  'browser',
  'system',
  'grantCount',
  'dueAt',
  'reason',
]);
export type ActivityDetail = z.infer<typeof ActivityDetail>;

export const ActivityItem = z.object({
  id: z.string(),
  /** Epoch milliseconds. */
  at: z.number(),
  source: z.enum(['account', 'sign-in']),
  /**
   * Of `account`: the name of the entry in the journal (`token.created`). Of `sign-in`: `sign-in.done`,
   * `sign-in.failed`, `account.registered`, `password.reset`, `password.reset-failed`, `mfa.added`, `app.signed-in`,
   * `app.signed-out` or `token.exchanged`.
   */
  event: z.string(),
  outcome: z.enum(['done', 'refused']),
  by: z.enum(['you', 'support', 'system']),
  /** `Firefox on macOS` */
  device: z.nullable(z.string()),
  /** The address without the part that tells one household from the next. */
  network: z.nullable(z.string()),
  /** `Taipei, TW`, where something before Logto tells it. */
  place: z.nullable(z.string()),
  application: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** `reason` of a refusal is the code of the problem. */
  details: z.partialRecord(ActivityDetail, z.union([z.string(), z.number(), z.boolean()])),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

export const ActivityPage = z.object({
  /** Newest first. Between a busy application's tokens there can be few, even none; only `nextCursor` tells the end. */
  items: z.array(ActivityItem),
  nextCursor: z.nullable(z.string()),
});
export type ActivityPage = z.infer<typeof ActivityPage>;
