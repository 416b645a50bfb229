import { LogtoError } from '@account/logto-mgmt';
import { provePassword } from '../../policy/password-proof.ts';
import { signOutOthers } from '../../policy/sign-out.ts';
import { requireStepUp, withdrawStepUps } from '../../policy/step-up.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import type { FieldError } from '../../trpc/problem-schemas.ts';
import { toFieldError } from './issues.ts';
import type {
  PasswordCheck,
  PasswordIssues,
  PasswordSettings,
  PasswordUpdate,
  PasswordUpdated,
} from './schemas.ts';

/**
 * Whether there is a password, and what the tenant asks of one: Logto stores that in part, with these defaults.
 * `GET /api/users/{id}/has-password`
 */
export async function getPassword({ services, user }: PersonContext): Promise<PasswordSettings> {
  const [hasPassword, { passwordPolicy, passwordExpiration }] = await Promise.all([
    services.logto.users.password.exists(user.id),
    services.tenant.signInExperience(),
  ]);
  const { length, characterTypes, rejects } = passwordPolicy;
  const { enabled, validPeriodDays } = passwordExpiration ?? {};
  return {
    hasPassword,
    policy: {
      minLength: length?.min ?? 8,
      maxLength: length?.max ?? 256,
      minCharacterTypes: characterTypes?.min ?? 1,
      rejectsLeaked: rejects?.pwned ?? true,
      rejectsRepetitionAndSequence: rejects?.repetitionAndSequence ?? true,
      rejectsPersonalInfo: rejects?.userInfo ?? true,
      forbiddenWords: rejects?.words ?? [],
    },
    validForDays: enabled && typeof validPeriodDays === 'number' ? validPeriodDays : null,
  };
}

/** What the tenant would say to a new password. */
export async function checkPassword(
  ctx: PersonContext,
  { password }: PasswordCheck,
): Promise<PasswordIssues> {
  return { issues: await issuesOf(ctx, password) };
}

/**
 * Sets another password, or a first one. The proof is the current password or a step-up. Logto's endpoint for this
 * asks for neither, checks no policy and ends no sessions: `PATCH /api/users/{id}/password`.
 */
export async function updatePassword(ctx: ChangeContext, update: PasswordUpdate): Promise<PasswordUpdated> {
  await requireProof(ctx, update.currentPassword);
  const fields = await issuesOf(ctx, update.password);
  if (fields.length > 0) throw new AccountError('INPUT_INVALID', { fields });
  if (await isCurrent(ctx, update)) throw fieldProblem('password', 'SAME_AS_BEFORE');
  await setPassword(ctx, update.password);
  const signedOut = await endWhatWasBefore(ctx, update);
  ctx.note({ signedOut });
  return { signedOut };
}

async function requireProof(ctx: ChangeContext, currentPassword: string | undefined) {
  ctx.note({ proof: currentPassword === undefined ? 'step-up' : 'password' });
  if (currentPassword !== undefined) return provePassword(ctx, currentPassword, 'currentPassword');
  const { services, user, stepUp } = ctx;
  return requireStepUp(services.store, user.id, { token: stepUp, purpose: 'change' });
}

/** `POST /api/sign-in-exp/default/check-password` */
async function issuesOf({ services, user }: PersonContext, password: string): Promise<FieldError[]> {
  const check = await services.logto.signInExperience.checkPassword({ password, userId: user.id });
  return check.result ? [] : check.issues.map(toFieldError);
}

/** A try that is wrong becomes the password, so that this gives nobody a way to guess. */
async function isCurrent({ services, user }: ChangeContext, { password, currentPassword }: PasswordUpdate) {
  if (currentPassword !== undefined) return password === currentPassword;
  return user.hasPassword === true && services.logto.users.password.verify(user.id, password);
}

/**
 * An answer that was lost on the way does not say whether the password was written. If it was, the rest must follow:
 * whoever has the former one is to be signed out.
 */
async function setPassword({ services, user }: ChangeContext, password: string) {
  const api = services.logto.users.password;
  await api.set(user.id, password).catch(async (error) => {
    const isUnsure = error instanceof LogtoError && error.retryable && error.status !== 429;
    if (!(isUnsure && (await api.verify(user.id, password).catch(() => false)))) throw error;
  });
}

/** The password is written by now: what fails here is told, not thrown. */
async function endWhatWasBefore(
  { services, user, log }: ChangeContext,
  { signOutOthers: isWanted, idToken }: PasswordUpdate,
): Promise<PasswordUpdated['signedOut']> {
  try {
    await withdrawStepUps(services.store, user.id);
    if (!isWanted) return 'nobody';
    const device = idToken === undefined ? undefined : await services.readIdToken(user.id, idToken);
    const { keptCurrent } = await signOutOthers(services, user.id, device);
    return keptCurrent ? 'others' : 'everywhere';
  } catch (err) {
    log.error({ err, personId: user.id }, 'not signed out after a new password');
    return 'failed';
  }
}
