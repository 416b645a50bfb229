import { setTimeout } from 'node:timers/promises';
import { assertEditable, fieldRights } from '../policy/field-rights.ts';
import type { AccountField } from '../policy/field-rights-schemas.ts';
import { networkOf } from '../policy/limits.ts';
import { requireStepUp } from '../policy/step-up.ts';
import { tokenCounts } from '../policy/token-floor.ts';
import { AccountError, toTRPCError } from './account-error.ts';
import type { Context, PersonContext } from './context.ts';
import { fromTRPC } from './errors.ts';
import { type Meta, t } from './init.ts';
import { observed } from './observed.ts';

/* The steps that a call passes, each in one place. Which of them, and in which order, says procedure.ts. */

/** Outermost of the rules, so that whatever a rule, a service or Logto throws leaves as one of our errors. */
const errors = t.middleware(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTRPCError(fromTRPC(result.error));
  return result;
});

/** Where every procedure begins. */
export const guarded = t.procedure.use(observed).use(errors);

/** The token is verified, and its owner is not asking too often. */
export const callerWithinLimit = t.middleware(async ({ ctx, path, meta, next }) => {
  const caller = await ctx.readCaller();
  await count(ctx, meta, `${path}:${caller.id}`);
  return next({ ctx: { caller } });
});

async function count({ services }: Context, meta: Meta | undefined, key: string) {
  if (!meta) throw new Error('A procedure without a limit');
  await services.limits.count(meta.limit, key);
}

export const scoped = t.middleware(async ({ ctx, meta, next }) => {
  const { scopes } = await ctx.readCaller();
  if (!meta?.scope) throw new Error('A procedure without a scope');
  if (!scopes.has(meta.scope)) throw new AccountError('SCOPE_MISSING', { scope: meta.scope });
  return next();
});

/** The caller has not signed in: all that is known is where they are. */
export const networkWithinLimit = t.middleware(async ({ ctx, path, meta, next }) => {
  await count(ctx, meta, `${path}:${networkOf(ctx.ip)}`);
  return next();
});

/** Longer than the work takes: how long an answer takes must not tell whether an account exists. */
const openMs = 400;

export const unhurried = t.middleware(async ({ next }) => {
  const [result] = await Promise.all([next(), setTimeout(openMs)]);
  return result;
});

/** A person's sensitive changes happen one after another, on all servers: what one has checked, no other undoes. */
export const oneAtATime = t.middleware(async ({ ctx, next }) => {
  const { id } = await ctx.readCaller();
  return ctx.services.store.exclusively(`person:${id}`, () => next());
});

/**
 * A token outlives the account and the session it was made for by up to an hour, so both are looked up at every
 * request. A query may see the person as they were a moment ago; whatever else asks Logto, because of what it decides.
 */
export const person = t.middleware(async ({ ctx, type, next }) => {
  const { tenant, rules, people } = ctx.services;
  const isQuery = type === 'query';
  const caller = await ctx.readCaller();
  const [user, counts] = await Promise.all([
    isQuery ? ctx.readUser() : ctx.fetchUser(),
    tokenCounts(ctx, caller, { mayBeRecent: isQuery }),
  ]);
  if (user.isSuspended) throw new AccountError('ACCOUNT_SUSPENDED');
  if (!counts) throw new AccountError('SIGN_IN_REQUIRED');
  const rights = fieldRights(await tenant.accountCenter(), rules.fieldRights);
  const services = { ...ctx.services, logto: isQuery ? people.recent : people.current };
  return next({ ctx: { ...ctx, services, caller, user, rights } satisfies PersonContext });
});

export const steppedUp = t.middleware(async ({ ctx, meta, next }) => {
  const { id } = await ctx.readCaller();
  await requireStepUp(ctx.services.store, id, { token: ctx.stepUp, purpose: meta?.stepUp ?? 'change' });
  return next();
});

/** The operator leaves open what the call wants to change. */
export const editable = person.unstable_pipe(async ({ ctx, meta, getRawInput, next }) => {
  const edits = meta?.edits ?? [];
  assertEditable(ctx.rights, edits.length > 1 ? named(edits, await getRawInput()) : edits);
  return next();
});

function named(edits: readonly AccountField[], input: unknown) {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
  return edits.filter((field) => keys.includes(field));
}

/** The operator lets people see what the query is about. */
export const shown = person.unstable_pipe(({ ctx, meta, next }) => {
  if (meta?.shows && ctx.rights[meta.shows] === 'Off') throw new AccountError('NOT_AVAILABLE');
  return next();
});
