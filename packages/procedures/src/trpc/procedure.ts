import { setTimeout } from 'node:timers/promises';
import type { TRPCError } from '@trpc/server';
import { assertEditable, fieldRights } from '../policy/field-rights.ts';
import type { AccountField } from '../policy/field-rights-schemas.ts';
import { type JournalEntry, writeJournal } from '../policy/journal.ts';
import { type MemoryLimit, networkOf } from '../policy/limits.ts';
import type { Scope } from '../policy/permissions.ts';
import { requireStepUp } from '../policy/step-up.ts';
import type { StepUpPurpose } from '../policy/step-up-schemas.ts';
import { tokenCounts } from '../policy/token-floor.ts';
import { AccountError, toTRPCError } from './account-error.ts';
import type { Context, PersonContext } from './context.ts';
import { fromTRPC } from './errors.ts';
import { type Meta, t } from './init.ts';

/** Outermost, so that whatever a rule, a service or Logto throws leaves as one of our errors. */
const errors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTRPCError(fromTRPC(result.error));
  return result;
});

/** The token is verified, and its owner is not asking too often. */
const callerWithin = (limit: MemoryLimit) =>
  t.middleware(async ({ ctx, path, next }) => {
    const caller = await ctx.readCaller();
    await ctx.services.limits.count(limit, `${path}:${caller.id}`);
    return next({ ctx: { caller } });
  });

const scoped = t.middleware(async ({ ctx, meta, next }) => {
  const { scopes } = await ctx.readCaller();
  if (!meta?.scope) throw new Error('A procedure without a scope');
  if (!scopes.has(meta.scope)) throw new AccountError('SCOPE_MISSING', { scope: meta.scope });
  return next();
});

/** Records what was done, or refused. */
const journaled = t.middleware(async ({ ctx, meta, next }) => {
  const { id } = await ctx.readCaller();
  const details: Record<string, unknown> = {};
  const note = (more: Record<string, unknown>) => void Object.assign(details, more);
  const result = await next({ ctx: { note } });
  await record(ctx, { meta, personId: id, outcome: outcomeOf(result), details });
  return result;
});

/** As `journaled`, under the person whom the call turned out to be about, if any. */
const journaledIfFound = t.middleware(async ({ ctx, meta, next }) => {
  const details: Record<string, unknown> = {};
  const found: { personId?: string } = {};
  const note = (more: Record<string, unknown>) => void Object.assign(details, more);
  const subject = (personId: string) => void Object.assign(found, { personId });
  const result = await next({ ctx: { note, subject } });
  if (found.personId) {
    await record(ctx, { meta, personId: found.personId, outcome: outcomeOf(result), details });
  }
  return result;
});

type Recorded = Pick<JournalEntry, 'personId' | 'outcome' | 'details'> & { meta: Meta | undefined };

/** Its own failure is a matter for the log: what is done is done. */
async function record(
  { requestId, ip, userAgent, services, log }: Context,
  { meta, personId, ...recorded }: Recorded,
) {
  const event = meta?.journal ?? '';
  const entry = { event, personId, actorId: personId, requestId, ip, userAgent, ...recorded };
  await writeJournal(services.store, entry).catch((err) => log.error({ err, entry }, 'journal not written'));
}

function outcomeOf(result: { ok: true } | { ok: false; error: TRPCError }) {
  return result.ok ? 'done' : fromTRPC(result.error).code;
}

/** The caller has not signed in: all that is known is where they are. */
const networkWithin = (limit: MemoryLimit) =>
  t.middleware(async ({ ctx, path, next }) => {
    await ctx.services.limits.count(limit, `${path}:${networkOf(ctx.ip)}`);
    return next();
  });

/** Longer than the work takes: how long an answer takes must not tell whether an account exists. */
const openMs = 400;

const unhurried = t.middleware(async ({ next }) => {
  const [result] = await Promise.all([next(), setTimeout(openMs)]);
  return result;
});

/** A person's sensitive changes happen one after another, on all servers: what one has checked, no other undoes. */
const oneAtATime = t.middleware(async ({ ctx, next }) => {
  const { id } = await ctx.readCaller();
  return ctx.services.store.exclusively(`person:${id}`, () => next());
});

/**
 * A token outlives the account and the session it was made for by up to an hour, so both are looked up at every
 * request. A query may see the person as they were a moment ago; whatever else asks Logto, because of what it decides.
 */
const person = t.middleware(async ({ ctx, type, next }) => {
  const { tenant, rules, people } = ctx.services;
  const isQuery = type === 'query';
  const caller = await ctx.readCaller();
  const [user, counts] = await Promise.all([
    isQuery ? ctx.readUser() : ctx.fetchUser(),
    tokenCounts(ctx, caller),
  ]);
  if (user.isSuspended) throw new AccountError('ACCOUNT_SUSPENDED');
  if (!counts) throw new AccountError('SIGN_IN_REQUIRED');
  const rights = fieldRights(await tenant.accountCenter(), rules.fieldRights);
  const services = { ...ctx.services, logto: isQuery ? people.recent : people.current };
  return next({ ctx: { ...ctx, services, caller, user, rights } satisfies PersonContext });
});

const steppedUp = t.middleware(async ({ ctx, meta, next }) => {
  const { id } = await ctx.readCaller();
  await requireStepUp(ctx.services.store, id, { token: ctx.stepUp, purpose: meta?.stepUp ?? 'change' });
  return next();
});

/** The operator leaves open what the call wants to change. */
const editable = person.unstable_pipe(async ({ ctx, meta, getRawInput, next }) => {
  const edits = meta?.edits ?? [];
  assertEditable(ctx.rights, edits.length > 1 ? named(edits, await getRawInput()) : edits);
  return next();
});

function named(edits: readonly AccountField[], input: unknown) {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  return edits.filter((field) => keys.includes(field));
}

/** The operator lets people see what the query is about. */
const shown = person.unstable_pipe(({ ctx, meta, next }) => {
  if (meta?.shows && ctx.rights[meta.shows] === 'Off') throw new AccountError('NOT_AVAILABLE');
  return next();
});

const query = t.procedure.use(errors).use(callerWithin('read')).use(scoped).use(shown);
const question = t.procedure.use(errors).use(callerWithin('write')).use(scoped).use(shown);
const change = t.procedure.use(errors).use(callerWithin('write')).use(journaled).use(scoped).use(editable);
const sensitiveChange = t.procedure
  .use(errors)
  .use(callerWithin('sensitive'))
  .use(journaled)
  .use(scoped)
  .use(oneAtATime)
  .use(steppedUp)
  .use(editable);
const proof = t.procedure
  .use(errors)
  .use(callerWithin('sensitive'))
  .use(journaled)
  .use(scoped)
  .use(oneAtATime)
  .use(editable);

const openCall = t.procedure.use(errors).use(networkWithin('open')).use(unhurried).use(journaledIfFound);

type Change = { journal: string; edits: readonly AccountField[] };

/** A query. The person is signed in, holds the scope, exists and is not suspended; `shows` is not switched off. */
export function read(scope: Scope, declared: { shows?: AccountField } = {}) {
  return query.meta({ scope, ...declared });
}

/**
 * As `read`, for a question whose input is a secret and must not stand in an address: a mutation by its transport
 * only. It changes nothing, so the journal does not hear of it.
 */
export function ask(scope: Scope, declared: { shows?: AccountField } = {}) {
  return question.meta({ scope, isQuestion: true, ...declared });
}

/** A low-harm mutation: as `read`, and the settings it changes are open for editing. */
export function write(scope: Scope, { journal, edits }: Change) {
  return change.meta({ scope, journal, edits });
}

/**
 * A mutation that can harm: as `write`, and the person has just proven who they are. One at a time for a person,
 * with the account as it is at that moment.
 */
export function sensitive(
  scope: Scope,
  { stepUp = 'change', ...declared }: Change & { stepUp?: StepUpPurpose },
) {
  return sensitiveChange.meta({ scope, stepUp, ...declared });
}

/** As `sensitive`, for what is itself a proof, or carries one in its input: it must not ask for another. */
export function proving(scope: Scope, { journal, edits }: Change) {
  return proof.meta({ scope, journal, edits });
}

/**
 * A mutation for people who cannot sign in: no token, no scope, nobody known. It must carry its proof in its input,
 * answer strangers all alike, and say with `ctx.subject` whom it turned out to be about. Each one is listed by name
 * in router-rules.test.ts.
 */
export function open({ journal }: Pick<Change, 'journal'>) {
  return openCall.meta({ journal, edits: [] });
}
