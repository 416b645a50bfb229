import * as z from 'zod/mini';

/** Named as in Logto. `EmailVerificationCode` and `PhoneVerificationCode` are the person's own addresses, never listed. */
export const MfaFactor = z.enum([
  'Totp',
  'WebAuthn',
  'BackupCode',
  'EmailVerificationCode',
  'PhoneVerificationCode',
]);
export type MfaFactor = z.infer<typeof MfaFactor>;

/** A second factor that the person has set up. Times are epoch milliseconds. */
export const MfaVerification = z.object({
  id: z.string(),
  type: z.enum(['Totp', 'WebAuthn', 'BackupCode']),
  createdAt: z.number(),
  /** Passkeys only. */
  lastUsedAt: z.exactOptional(z.number()),
  /** Passkeys only: what the person called it. */
  name: z.exactOptional(z.string()),
  /** Passkeys only: where it was made (`Firefox on macOS`). */
  device: z.exactOptional(z.string()),
  /** Backup codes only. */
  remainingCodes: z.exactOptional(z.number()),
});
export type MfaVerification = z.infer<typeof MfaVerification>;

export const MfaOverview = z.object({
  /** The operator asks everybody for a second factor: the last one cannot be removed, only replaced. */
  isEnforced: z.boolean(),
  /** What the operator lets people use; a factor of another type is not asked for at sign-in. */
  factors: z.array(MfaFactor),
  verifications: z.array(MfaVerification),
  passkeys: z.object({
    /** People can sign in with one, whether or not it is a factor. */
    signIn: z.boolean(),
    /**
     * Logto's own page, the only place where one can be added; `null` where that page would let the person do nothing.
     * It takes `redirect`, the absolute address that it leads to afterwards, and `ui_locales`.
     */
    addUrl: z.nullable(z.string()),
  }),
});
export type MfaOverview = z.infer<typeof MfaOverview>;

/** `replace`: yes, in place of the one that is there. */
const replace = z._default(z.boolean(), false);

export const TotpStart = z.strictObject({ replace });
export type TotpStart = z.infer<typeof TotpStart>;

/** To be shown and forgotten. `flow` goes with a code of the app into `finishTotp`, until `expiresAt` (epoch milliseconds). */
export const TotpStarted = z.object({
  flow: z.string(),
  /** Base32, for who cannot scan. */
  secret: z.string(),
  /** `otpauth://…`, for the QR code. */
  uri: z.string(),
  expiresAt: z.number(),
});
export type TotpStarted = z.infer<typeof TotpStarted>;

export const TotpFinish = z.strictObject({
  flow: z.string().check(z.minLength(1), z.maxLength(256)),
  /** Six digits; apps show them with a space in the middle. */
  code: z.pipe(
    z.pipe(
      z.string().check(z.maxLength(32)),
      z.transform((code) => code.replace(/\s/g, '')),
    ),
    z.string().check(z.regex(/^\d{6}$/, { error: 'WRONG_FORMAT' })),
  ),
});
export type TotpFinish = z.infer<typeof TotpFinish>;

export const TotpFinished = z.object({
  isReplaced: z.boolean(),
  /** Without any, losing the app is losing the account: time to offer some. */
  hasBackupCodes: z.boolean(),
});
export type TotpFinished = z.infer<typeof TotpFinished>;

export const BackupCodesDraft = z.strictObject({ replace });
export type BackupCodesDraft = z.infer<typeof BackupCodesDraft>;

/** The only time that the codes can be read. */
export const BackupCodes = z.object({ codes: z.array(z.string()) });
export type BackupCodes = z.infer<typeof BackupCodes>;

export const MfaRemoval = z.strictObject({ id: z.string().check(z.minLength(1), z.maxLength(128)) });
export type MfaRemoval = z.infer<typeof MfaRemoval>;

export const MfaRemoved = z.object({
  id: z.string(),
  /** The backup codes went too: they are of no use without another factor. */
  backupCodesRemoved: z.boolean(),
});
export type MfaRemoved = z.infer<typeof MfaRemoved>;
