import { randomUUID } from 'node:crypto';
import { eraseAccount, mayDelete } from '../../policy/deletion.ts';
import { endDeparture, findDeparture, forgetDeparture, suspend } from '../../policy/departure.ts';
import { signOutOthers } from '../../policy/sign-out.ts';
import { withdrawStepUps } from '../../policy/step-up.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext } from '../../trpc/context.ts';
import type { PersonDeleted, PersonDeletion, SignedOutEverywhere, SuspensionState } from './schemas.ts';

/**
 * Suspends the person until the support lifts it: what they wished themselves (a pause, a deletion) is over, so that
 * they cannot come back by themselves. `PATCH /api/users/{id}/is-suspended`
 */
export async function suspendPerson({ services, user }: ChangeContext): Promise<SuspensionState> {
  await suspend(services, user.id);
  await forgetDeparture(services.store, user.id);
  await withdrawStepUps(services.store, user.id);
  return { isSuspended: true };
}

/** Lets the person in again, whoever shut them out, and calls off a planned deletion. */
export async function liftSuspension({ services, user }: ChangeContext): Promise<SuspensionState> {
  await endDeparture(services, user.id);
  return { isSuspended: false };
}

/** Ends every session with its grants, and every step-up. Access tokens live on until they expire. */
export async function signOutEverywhere({
  services,
  user,
  note,
}: ChangeContext): Promise<SignedOutEverywhere> {
  await withdrawStepUps(services.store, user.id);
  const { count } = await signOutOthers(services, user.id, undefined);
  note({ count });
  return { count };
}

/**
 * Deletes the account now, for good. Throws `CONFIRMATION_DIFFERS`, or `DELETION_VETOED` when the product objects.
 * `DELETE /api/users/{id}`
 */
export async function deletePerson(
  { services, user }: ChangeContext,
  { confirmation }: PersonDeletion,
): Promise<PersonDeleted> {
  if (confirmation !== user.id) throw fieldProblem('confirmation', 'CONFIRMATION_DIFFERS');
  // A deletion that the person has asked for goes by the same name: it is the same one.
  const planned = (await findDeparture(services.store, user))?.deletion;
  const deletion = { personId: user.id, id: planned?.id ?? randomUUID() };
  if ((await mayDelete(services, deletion)) === 'veto') throw new AccountError('DELETION_VETOED');
  await eraseAccount(services, deletion);
  return { personId: user.id };
}
