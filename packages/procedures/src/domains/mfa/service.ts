import type { MfaVerification as LogtoMfaVerification } from '@account/logto-mgmt';
import { deviceName } from '../../policy/journal.ts';
import { keepWayIn } from '../../policy/way-in.ts';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import {
  afterRemoval,
  assertAllowed,
  countOwn,
  hasAddressFactor,
  isBackup,
  isEnforced,
  readVerifications,
  removeVerification,
} from './factors.ts';
import { describePasskeys } from './passkeys.ts';
import type {
  BackupCodes,
  BackupCodesDraft,
  MfaOverview,
  MfaRemoval,
  MfaRemoved,
  MfaVerification,
} from './schemas.ts';

/** Rests on `GET /api/users/{id}/mfa-verifications`. */
export async function listMfa(ctx: PersonContext): Promise<MfaOverview> {
  const { tenant } = ctx.services;
  const [verifications, signInExperience, accountCenter] = await Promise.all([
    readVerifications(ctx),
    tenant.signInExperience(),
    tenant.accountCenter(),
  ]);
  return {
    isEnforced: isEnforced(signInExperience),
    factors: signInExperience.mfa.factors,
    verifications: verifications.flatMap(toVerification),
    passkeys: describePasskeys(ctx, { signInExperience, accountCenter }),
  };
}

/**
 * Makes ten codes and hands them out, once. `POST /api/users/{id}/mfa-verifications`. Throws `NOT_AVAILABLE`, or
 * `ALREADY_SET_UP` while there are unused codes, unless `replace` is given.
 */
export async function createBackupCodes(
  ctx: ChangeContext,
  { replace }: BackupCodesDraft,
): Promise<BackupCodes> {
  await assertAllowed(ctx, 'BackupCode');
  const verifications = await readVerifications(ctx);
  if (countOwn(verifications, await ctx.services.tenant.signInExperience()) === 0) {
    throw new AccountError('NOT_AVAILABLE', { reason: 'NEEDS_ANOTHER_FACTOR' });
  }
  const former = verifications.filter(isBackup);
  const isReplaced = former.some(({ remainCodes = 0 }) => remainCodes > 0);
  if (isReplaced && !replace) throw new AccountError('ALREADY_SET_UP');
  ctx.note({ isReplaced });
  for (const set of former) await removeVerification(ctx, set);
  try {
    return { codes: await ctx.services.logto.users.mfaVerifications.createBackupCodes(ctx.user.id) };
  } catch (cause) {
    await takeBackCodes(ctx).catch(() => undefined);
    if (!isReplaced) throw cause;
    throw afterRemoval(cause);
  }
}

/** Codes that were lost on the way are known to nobody, and would have to be replaced before they were ever seen. */
async function takeBackCodes(ctx: ChangeContext) {
  for (const set of (await readVerifications(ctx)).filter(isBackup)) await removeVerification(ctx, set);
}

/**
 * Removes a factor of any type; with the last one the backup codes go, which Logto would leave alone.
 * `DELETE /api/users/{id}/mfa-verifications/{verificationId}`. Throws `NOT_FOUND`, `LAST_WAY_IN` for a passkey that
 * is the only way to sign in, or `NOT_AVAILABLE` when the tenant requires a factor and this is the last.
 */
export async function removeFactor(ctx: ChangeContext, { id }: MfaRemoval): Promise<MfaRemoved> {
  const verifications = await readVerifications(ctx);
  const leaving = verifications.find((factor) => factor.id === id);
  if (!leaving) throw new AccountError('NOT_FOUND');
  const left = verifications.filter((factor) => factor !== leaving);
  const orphans = left.every(isBackup) ? left : [];
  ctx.note({ type: leaving.type, backupCodesRemoved: orphans.length > 0 });
  await assertRemovable(ctx, leaving, { verifications, left });
  // First, because after a failure in between the same call still finds the factor and goes on.
  for (const set of orphans) await removeVerification(ctx, set);
  await removeVerification(ctx, leaving);
  return { id, backupCodesRemoved: orphans.length > 0 };
}

type Removal = Record<'verifications' | 'left', readonly LogtoMfaVerification[]>;

async function assertRemovable(
  ctx: ChangeContext,
  { type }: LogtoMfaVerification,
  { verifications, left }: Removal,
) {
  const signInExperience = await ctx.services.tenant.signInExperience();
  const isLast = countOwn(verifications, signInExperience) > 0 && countOwn(left, signInExperience) === 0;
  if (isLast && isEnforced(signInExperience) && !hasAddressFactor(ctx.user, signInExperience)) {
    throw new AccountError('NOT_AVAILABLE', { reason: 'REQUIRED' });
  }
  if (type === 'WebAuthn' && signInExperience.passkeySignIn?.enabled) {
    await keepWayIn(ctx, ({ passkeys }) => ({ passkeys: passkeys - 1 }));
  }
}

function toVerification({ id, type, ...factor }: LogtoMfaVerification): MfaVerification[] {
  // The person's addresses are no verifications of their own; should Logto ever list them, they have a page.
  if (type === 'EmailVerificationCode' || type === 'PhoneVerificationCode') return [];
  const { createdAt, lastUsedAt, name, agent, remainCodes } = factor;
  const device = deviceName(agent);
  return [
    {
      id,
      type,
      createdAt: Date.parse(createdAt),
      ...(lastUsedAt && { lastUsedAt: Date.parse(lastUsedAt) }),
      ...(name && { name }),
      ...(device && { device }),
      ...(remainCodes !== undefined && { remainingCodes: remainCodes }),
    },
  ];
}
