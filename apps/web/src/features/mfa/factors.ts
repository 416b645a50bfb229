import type { AccountOverview, MfaOverview, MfaVerification } from '@account/procedures/schemas';

export type Factors = ReturnType<typeof sortFactors>;

/** The overview as the page needs it: what is there, what could be, and what it comes to. */
export function sortFactors(
  { factors, verifications, isEnforced, passkeys }: MfaOverview,
  { email, phone }: Pick<AccountOverview, 'email' | 'phone'>,
) {
  const isAsked = ({ type }: MfaVerification) => factors.includes(type);
  const real = verifications.filter(({ type }) => type !== 'BackupCode');
  const counting = real.filter(isAsked);
  const hasAddress =
    (factors.includes('EmailVerificationCode') && email !== null) ||
    (factors.includes('PhoneVerificationCode') && phone !== null);
  const isLast = (factor: MfaVerification) =>
    !hasAddress && counting.length === 1 && counting[0]?.id === factor.id;
  const isOn = counting.length > 0 || hasAddress;
  return {
    app: verifications.find(({ type }) => type === 'Totp'),
    passkeys: verifications.filter(({ type }) => type === 'WebAuthn'),
    addPasskeyUrl: passkeys.addUrl,
    codes: verifications.find(({ type }) => type === 'BackupCode'),
    offers: (type: MfaOverview['factors'][number]) => factors.includes(type),
    /** Neither a second step nor a way to sign in. */
    isIdle: (factor: MfaVerification) => !isAsked(factor) && !(factor.type === 'WebAuthn' && passkeys.signIn),
    isUnavailable: factors.length === 0 && verifications.length === 0 && !passkeys.addUrl,
    status: statusOf(isOn, isEnforced),
    /** Backup codes stand in for something that the person has set up. */
    canHaveCodes: factors.includes('BackupCode') && counting.length > 0,
    /** Nothing else would be left that counts. */
    isLast,
    /** The server would refuse to remove it. */
    isRequired: (factor: MfaVerification) => isEnforced && isLast(factor),
    /** With it, no factor is left that codes could stand in for. */
    takesCodes: (factor: MfaVerification) => real.every(({ id }) => id === factor.id),
  };
}

function statusOf(isOn: boolean, isEnforced: boolean): 'on' | 'required' | 'off' {
  if (isOn) return 'on';
  return isEnforced ? 'required' : 'off';
}

/** From so few on, the next lost phone may lock the person out. */
const fewCodes = 3;

export function areFew(codes: MfaVerification) {
  return (codes.remainingCodes ?? 0) <= fewCodes;
}
