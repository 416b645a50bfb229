import { addDays } from 'date-fns';
import { eraseAccount, mayDelete } from '../../policy/deletion.ts';
import { type Deletion, forgetDeparture, markDeparture, suspend } from '../../policy/departure.ts';
import { withdrawStepUps } from '../../policy/step-up.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import type { Deactivation, DeletionPlan, DeletionRequest, DeletionTerms } from './schemas.ts';

export function getTerms(ctx: PersonContext): DeletionTerms {
  return { graceDays: ctx.services.rules.deletion.graceDays, confirmation: confirmationOf(ctx) };
}

/**
 * Pauses the account until the person comes back. If it ends half way, the same call again finishes it, unless the
 * account is paused already. `PATCH /api/users/{id}/is-suspended`
 */
export async function deactivate(ctx: ChangeContext): Promise<Deactivation> {
  await markDeparture(ctx.services.store, ctx.user);
  await leave(ctx);
  return { at: Date.now() };
}

/**
 * Plans the deletion and pauses the account until then; without days of grace it is deleted now. Throws
 * `CONFIRMATION_DIFFERS`, and without days of grace `DELETION_VETOED`.
 */
export async function requestDeletion(
  ctx: ChangeContext,
  { confirmation }: DeletionRequest,
): Promise<DeletionPlan> {
  const { services, user } = ctx;
  if (plain(confirmation) !== plain(confirmationOf(ctx))) {
    throw fieldProblem('confirmation', 'CONFIRMATION_DIFFERS');
  }
  const dueAt = addDays(new Date(), services.rules.deletion.graceDays);
  const deletion = await markDeparture(services.store, user, dueAt);
  if (!deletion) throw new Error('A deletion was not kept');
  ctx.note({ dueAt: dueAt.getTime() });
  const isDone = services.rules.deletion.graceDays === 0 && (await deleteNow(ctx, deletion));
  if (!isDone) await leave(ctx);
  return { dueAt: dueAt.getTime(), isDone };
}

/** `false` when the product or Logto gave no answer: the sweep will try again. */
async function deleteNow({ services, user, log }: ChangeContext, deletion: Deletion) {
  const later = (err: unknown) => {
    log.error({ err, personId: user.id, deletionId: deletion.id }, 'account not deleted at once');
    return 'later' as const;
  };
  const answer = await mayDelete(services, deletion).catch(later);
  if (answer === 'veto') {
    await forgetDeparture(services.store, user.id);
    throw new AccountError('DELETION_VETOED');
  }
  return answer === 'go' && (await eraseAccount(services, deletion).catch(later)) !== 'later';
}

/** A stolen session must not stay behind, nor a proof that was given in it. */
async function leave({ services, user }: ChangeContext) {
  await suspend(services, user.id);
  await withdrawStepUps(services.store, user.id);
}

/** Something that only this account has, so that nobody deletes the wrong one of two. */
function confirmationOf({ user, rights }: PersonContext) {
  const { id, username, primaryEmail, primaryPhone } = user;
  return (
    (rights.username !== 'Off' && username) ||
    (rights.email !== 'Off' && primaryEmail) ||
    (rights.phone !== 'Off' && primaryPhone) ||
    id
  );
}

/** Phone numbers are written in many ways; in what is left out, nobody confuses two accounts. */
function plain(text: string) {
  return text.replace(/[+(). -]/g, '').toLowerCase();
}
