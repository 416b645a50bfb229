import { LogtoError, type MfaVerification, type SignInExperience, type User } from '@account/logto-mgmt';
import { AccountError } from '../../trpc/account-error.ts';
import type { PersonContext } from '../../trpc/context.ts';
import { toAccountError } from '../../trpc/errors.ts';
import type { MfaFactor } from './schemas.ts';

const enforcing: readonly SignInExperience['mfa']['policy'][] = [
  'Mandatory',
  'PromptAtSignInAndSignUpMandatory',
  'PromptOnlyAtSignInMandatory',
];

/** Whether everybody needs a second factor, so that skipping it at sign-in does not help. */
export function isEnforced({ mfa }: SignInExperience) {
  return enforcing.includes(mfa.policy);
}

/** Throws `NOT_AVAILABLE` unless the tenant lets people use this factor: Logto would bind it and never ask for it. */
export async function assertAllowed({ services }: PersonContext, factor: MfaFactor) {
  const { mfa } = await services.tenant.signInExperience();
  if (!mfa.factors.includes(factor)) throw new AccountError('NOT_AVAILABLE', { reason: 'SWITCHED_OFF' });
}

/** What the person has set up. `GET /api/users/{id}/mfa-verifications`. */
export function readVerifications({ services, user }: PersonContext) {
  return services.logto.users.mfaVerifications.list(user.id);
}

/** Backup codes only stand in for another factor. */
export function isBackup({ type }: MfaVerification) {
  return type === 'BackupCode';
}

/** How many factors the person has set up that Logto asks for: those of a type that is switched off do not count. */
export function countOwn(verifications: readonly MfaVerification[], { mfa }: SignInExperience) {
  return verifications.filter((factor) => !isBackup(factor) && mfa.factors.includes(factor.type)).length;
}

/** The person's addresses are factors without being set up, where the tenant lets them be. */
export function hasAddressFactor(
  { primaryEmail, primaryPhone }: User,
  { mfa: { factors } }: SignInExperience,
) {
  return (
    Boolean(primaryEmail && factors.includes('EmailVerificationCode')) ||
    Boolean(primaryPhone && factors.includes('PhoneVerificationCode'))
  );
}

/** Removes what was listed a moment ago: if it is gone by now, somebody was faster, or the first try had arrived. */
export async function removeVerification({ services, user }: PersonContext, { id }: { id: string }) {
  await services.logto.users.mfaVerifications.remove(user.id, id).catch((error) => {
    if (!(error instanceof LogtoError && error.code === 'entity.not_found')) throw error;
  });
}

/** Why there is no new factor, for somebody whose former one is gone already: the same call can be made again. */
export function afterRemoval(cause: unknown) {
  const { code, details } = toAccountError(cause);
  if (code === 'ACCOUNT_NOT_FOUND') return cause;
  const { retryAfterSeconds } = details;
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return new AccountError('LOGTO_UNAVAILABLE', { cause, reason: 'FORMER_REMOVED', ...wait });
}
