import type { TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import { findUser } from '../policy/departure.ts';
import { everyRight } from '../policy/field-rights.ts';
import { supportScope } from '../policy/permissions.ts';
import type { StepUpPurpose } from '../policy/step-up-schemas.ts';
import { assertMayActOn } from '../policy/support-staff.ts';
import { AccountError, toTRPCError } from './account-error.ts';
import { callerWithinLimit, guarded, person, scoped, steppedUp } from './chain.ts';
import type { PersonContext } from './context.ts';
import { fromTRPC } from './errors.ts';
import { fieldErrors } from './field-errors.ts';
import { t } from './init.ts';
import { journaled } from './journaled.ts';
import { aboutPerson, onBehalfOf } from './on-behalf-schemas.ts';

/*
 * The chain for the support, who act on accounts of others: in the context `caller` is who acts, and `user` is the
 * person whom the input names. What the operator lets people change does not bind the support.
 */

const About = z.object(aboutPerson);
const OnBehalf = z.object(onBehalfOf);

/** In line with the person's own sensitive changes. An input that names nobody is refused further down. */
const inTheirTurn = t.middleware(async ({ ctx, getRawInput, next }) => {
  const named = About.safeParse(await getRawInput());
  if (!named.success) return next();
  return ctx.services.store.exclusively(`person:${named.data.personId}`, () => next());
});

const counted = t.middleware(async ({ ctx, next }) => {
  await ctx.services.limits.attempt('support', (await ctx.readCaller()).id);
  return next();
});

const look = guarded
  .use(callerWithinLimit)
  .use(scoped)
  .use(person)
  .use(async ({ ctx, getRawInput, next }) => {
    const { personId } = read(About, await getRawInput());
    return about(await next({ ctx: await standIn(ctx, personId) }));
  });

const act = guarded
  .use(callerWithinLimit)
  .use(journaled)
  .use(scoped)
  .use(inTheirTurn)
  .use(steppedUp)
  .use(counted)
  .use(person)
  .use(async ({ ctx, getRawInput, next }) => {
    const { personId, reason } = read(OnBehalf, await getRawInput());
    ctx.note({ supportReason: reason });
    const theirs = await standIn(ctx, personId);
    await assertMayActOn(ctx, personId);
    ctx.subject(personId);
    return about(await next({ ctx: theirs }));
  });

/** A query of the support about the person whom the input names (`aboutPerson`). */
export function lookAt() {
  return look.meta({ limit: 'support', scope: supportScope, onBehalf: true });
}

/**
 * A change by the support to the account of the person whom the input names, for a reason (`onBehalfOf`). The agent
 * has just proven who they are; the journal names both. Throws `NOT_FOUND` for nobody, `NOT_AVAILABLE` for the agent
 * and, unless the operator allows it, for other agents.
 */
export function actOn({ journal, stepUp = 'change' }: { journal: string; stepUp?: StepUpPurpose }) {
  return act.meta({ limit: 'support', scope: supportScope, onBehalf: true, journal, edits: [], stepUp });
}

function read<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const { success, data, error } = schema.safeParse(input);
  if (!success) throw new AccountError('INPUT_INVALID', { fields: fieldErrors(error.issues) });
  return data;
}

async function standIn({ services }: PersonContext, personId: string) {
  const user = await findUser(services, personId);
  if (!user) throw new AccountError('NOT_FOUND');
  return { user, rights: everyRight };
}

/** That the person is gone meanwhile must not sound as if the agent were. */
function about<T extends { ok: true } | { ok: false; error: TRPCError }>(result: T): T {
  if (!result.ok && fromTRPC(result.error).code === 'ACCOUNT_NOT_FOUND') {
    throw toTRPCError(new AccountError('NOT_FOUND', { cause: result.error }));
  }
  return result;
}
