import type { Api } from './paths.ts';
import type { CodeRecipient } from './types.ts';

/**
 * One-time codes of six digits. A code belongs to an address and to nobody else: whoever calls must remember for
 * which person and purpose it was, and write the address in exactly the same way in both calls.
 */
export const createVerificationCodesApi = (api: Api) => ({
  /**
   * `POST /verification-codes`: sends a code and cancels the former one of this address.
   * Errors: 429 `request.message_rate_limited` (ten sends in ten minutes), 501 `connector.not_found`.
   */
  send: async (recipient: CodeRecipient): Promise<void> => {
    await api.POST('/api/verification-codes', { body: recipient });
  },

  /**
   * `POST /verification-codes/verify`: resolves when the code is right, and uses it up.
   * Errors: 400 `verification_code.not_found`, `.expired`, `.exceed_max_try`, `.code_mismatch`.
   */
  verify: async (code: CodeRecipient & { verificationCode: string }): Promise<void> => {
    await api.POST('/api/verification-codes/verify', { body: code });
  },
});
