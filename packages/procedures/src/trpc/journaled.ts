import type { TRPCError } from '@trpc/server';
import { writeJournal } from '../policy/journal.ts';
import type { Context } from './context.ts';
import { fromTRPC } from './errors.ts';
import { type Meta, t } from './init.ts';

/**
 * Records what was done, or refused: under the caller, or under whom the call says with `ctx.subject` that it is about.
 * A call of nobody who is signed in, and about nobody, leaves no line.
 */
export const journaled = t.middleware(async ({ ctx, meta, next }) => {
  const callerId = meta?.scope && (await ctx.readCaller()).id;
  const details: Record<string, unknown> = {};
  const about: { personId?: string | undefined } = { personId: callerId };
  const note = (more: Record<string, unknown>) => void Object.assign(details, more);
  const subject = (personId: string) => void Object.assign(about, { personId });
  const result = await next({ ctx: { note, subject } });
  const { personId } = about;
  if (personId) {
    const actorId = callerId ?? personId;
    await record(ctx, meta, { personId, actorId, outcome: outcomeOf(result), details });
  }
  return result;
});

type Recorded = {
  personId: string;
  actorId: string;
  outcome: string;
  details: Record<string, unknown>;
};

/** Its own failure is a matter for the log: what is done is done. */
async function record(
  { requestId, ip, userAgent, services, log }: Context,
  meta: Meta | undefined,
  recorded: Recorded,
) {
  const entry = { event: meta?.journal ?? '', requestId, ip, userAgent, ...recorded };
  await writeJournal(services.store, entry).catch((err) => log.error({ err, entry }, 'journal not written'));
}

function outcomeOf(result: { ok: true } | { ok: false; error: TRPCError }) {
  return result.ok ? 'done' : fromTRPC(result.error).code;
}
