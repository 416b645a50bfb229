import { data } from '../answers.ts';
import { invalidBody } from '../errors.ts';
import type { Api } from '../paths.ts';
import type { MfaVerification, TotpVerification } from '../types.ts';

const collection = '/api/users/{userId}/mfa-verifications';

/** Second factors. Passkeys can be listed and removed here, but only made in the person's browser. */
export const createMfaVerificationsApi = (api: Api) => ({
  /** `GET /users/{userId}/mfa-verifications` */
  list: (userId: string): Promise<MfaVerification[]> =>
    data(api.GET(collection, { params: { path: { userId } } })),

  /**
   * `POST /users/{userId}/mfa-verifications` with type `Totp`. Binds at once and checks no code: make the
   * secret (16 to 32 characters of upper-case base32), check a code against it, then call this, then
   * `users.logtoConfigs.update(userId, { mfa: { enabled: true } })`. Without `secret` Logto makes one.
   * Errors: 422 `user.totp_already_in_use`, `user.totp_secret_invalid`.
   */
  createTotp: async (userId: string, secret?: string): Promise<TotpVerification> => {
    const body = { type: 'Totp', ...(secret !== undefined && { secret }) };
    const { data, response } = await api.POST(collection, { params: { path: { userId } }, body });
    if (!data || !('secret' in data)) throw invalidBody(`POST ${collection}`, response);
    return data;
  },

  /**
   * `POST /users/{userId}/mfa-verifications` with type `BackupCode`: resolves with the ten codes, which cannot
   * be read again. Without `codes` (ten, of ten hexadecimal characters each) Logto makes them.
   * Errors: 422 `user.backup_code_already_in_use`, `session.mfa.backup_code_can_not_be_alone`,
   * `user.wrong_backup_code_format`.
   */
  createBackupCodes: async (userId: string, codes?: string[]): Promise<string[]> => {
    const body = { type: 'BackupCode', ...(codes !== undefined && { codes }) };
    const { data, response } = await api.POST(collection, { params: { path: { userId } }, body });
    if (!data || !('codes' in data)) throw invalidBody(`POST ${collection}`, response);
    return data.codes;
  },

  /**
   * `DELETE /users/{userId}/mfa-verifications/{verificationId}`: any factor. Backup codes stay when the last
   * other factor goes. Errors: 404 `entity.not_found`.
   */
  remove: async (userId: string, verificationId: string): Promise<void> => {
    const params = { path: { userId, verificationId } };
    await api.DELETE('/api/users/{userId}/mfa-verifications/{verificationId}', { params });
  },
});
