import { LogtoError } from '@account/logto-mgmt';
import { keepWayIn } from '../../policy/way-in.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext } from '../../trpc/context.ts';
import { isBackup, readVerifications, removeVerification } from '../mfa/factors.ts';
import type {
  FactorRemoval,
  FactorRemoved,
  IdentityRemoval,
  IdentityRemoved,
  IdentityReplaced,
  IdentityReplacement,
} from './schemas.ts';

/**
 * Removes a second factor that the person has lost, also one that the operator requires: they are asked for a new one
 * when they sign in. With the last one the backup codes go. Throws `NOT_FOUND`, or `LAST_WAY_IN` for a passkey.
 */
export async function removeLostFactor(
  ctx: ChangeContext,
  { id, leaveWithoutWayIn }: FactorRemoval,
): Promise<FactorRemoved> {
  const verifications = await readVerifications(ctx);
  const leaving = verifications.find((factor) => factor.id === id);
  if (!leaving) throw new AccountError('NOT_FOUND');
  const left = verifications.filter((factor) => factor !== leaving);
  const orphans = left.every(isBackup) ? left : [];
  ctx.note({ type: leaving.type, backupCodesRemoved: orphans.length > 0 });
  if (leaving.type === 'WebAuthn' && !leaveWithoutWayIn) {
    await keepWayIn(ctx, ({ passkeys }) => ({ passkeys: passkeys - 1 }));
  }
  // First, because after a failure in between the same call still finds the factor and goes on.
  for (const set of orphans) await removeVerification(ctx, set);
  await removeVerification(ctx, leaving);
  return { id, backupCodesRemoved: orphans.length > 0 };
}

/** Unlinks a social account. Throws `NOT_FOUND`, or `LAST_WAY_IN`. `DELETE /api/users/{id}/identities/{target}` */
export async function removeIdentity(
  ctx: ChangeContext,
  { target, leaveWithoutWayIn }: IdentityRemoval,
): Promise<IdentityRemoved> {
  const { services, user } = ctx;
  ctx.note({ target });
  if (!Object.hasOwn(user.identities, target)) throw new AccountError('NOT_FOUND');
  if (!leaveWithoutWayIn) {
    await keepWayIn(ctx, ({ social }) => ({ social: social.filter((each) => each !== target) }));
  }
  await services.logto.users.identities.unlink(user.id, target).catch(explainUnlinking);
  return { target };
}

/**
 * Writes whose account at a provider signs the person in, in place of the former one. Nothing proves that it is
 * theirs, which is why people themselves cannot. Throws `NOT_FOUND` for a provider that is not set up, or
 * `ALREADY_LINKED` when somebody else has it. `PUT /api/users/{id}/identities/{target}`
 */
export async function replaceIdentity(
  ctx: ChangeContext,
  { target, identity }: IdentityReplacement,
): Promise<IdentityReplaced> {
  const { services, user } = ctx;
  const isNew = !Object.hasOwn(user.identities, target);
  ctx.note({ target, isReplaced: !isNew });
  const connectors = await services.tenant.connectors();
  const isKnown = connectors.some((connector) => connector.type === 'Social' && connector.target === target);
  if (!isKnown) throw new AccountError('NOT_FOUND');
  await services.logto.users.identities.replace(user.id, target, identity).catch(explainReplacing);
  return { target, isNew };
}

function explainUnlinking(error: unknown): never {
  const isGone = error instanceof LogtoError && error.code === 'user.identity_not_exist';
  throw isGone ? new AccountError('NOT_FOUND', { cause: error }) : error;
}

function explainReplacing(error: unknown): never {
  const isTaken = error instanceof LogtoError && error.code === 'user.identity_already_in_use';
  throw isTaken ? new AccountError('ALREADY_LINKED', { cause: error }) : error;
}
