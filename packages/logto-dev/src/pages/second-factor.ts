import { Secret, TOTP } from 'otpauth';
import { demoTotpSecret } from '../seed-data/people.ts';
import { isJsonObject, type MfaVerification, type State, type User } from '../state.ts';

export type Factor = 'Totp' | 'BackupCode';

/**
 * The second factors that this sign-in page can ask for. None when the person has no authenticator app, skipped
 * two-step verification, or the tenant has switched the factor off. Passkeys cannot be asked for here.
 */
export function secondFactors(state: State, user: User): Factor[] {
  const { mfa } = state.signInExperience;
  const settings = isJsonObject(mfa) ? mfa : {};
  const enabled = Array.isArray(settings.factors) ? settings.factors : [];
  const isMandatory = typeof settings.policy === 'string' && settings.policy.endsWith('Mandatory');
  const own = user.logtoConfig.mfa;
  if (!isMandatory && (own?.enabled === false || own?.skipMfaOnSignIn)) return [];
  const usable = user.mfaVerifications.filter((factor) => enabled.includes(factor.type));
  if (!usable.some(({ type }) => type === 'Totp')) return [];
  return usable.some((factor) => unusedCodes(factor).length > 0) ? ['Totp', 'BackupCode'] : ['Totp'];
}

const unusedCodes = (factor: MfaVerification) =>
  factor.type === 'BackupCode' ? factor.codes.filter(({ usedAt }) => usedAt === undefined) : [];

/** True when the code fits. A backup code is used up by it. */
export function useFactor(user: User, kind: Factor, code: string): boolean {
  if (kind === 'Totp')
    return user.mfaVerifications.some(
      (factor) => factor.type === 'Totp' && isTotp(factor.key, code.replace(/\s/g, '')),
    );
  const match = user.mfaVerifications
    .flatMap(unusedCodes)
    .find((item) => item.code === code.trim().toLowerCase());
  if (match) match.usedAt = new Date().toISOString();
  return match !== undefined;
}

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) });

const isTotp = (secret: string, token: string) => totp(secret).validate({ token, window: 1 }) !== null;

/** Nobody has the authenticator app of a demo person, so the page says what it would show. */
export function codeOfDemoApp({ mfaVerifications }: User): string | undefined {
  const isDemo = mfaVerifications.some((factor) => factor.type === 'Totp' && factor.key === demoTotpSecret);
  return isDemo ? totp(demoTotpSecret).generate() : undefined;
}
