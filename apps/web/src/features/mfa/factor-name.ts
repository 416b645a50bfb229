import type { MfaVerification } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';

/** What the person calls it, or what it is. */
export function useFactorName() {
  const { t } = useTranslation('mfa');
  return ({ type, name, device }: MfaVerification): string => {
    switch (type) {
      case 'Totp':
        return t('app');
      case 'BackupCode':
        return t('backupCodes');
      case 'WebAuthn':
        return name ?? device ?? t('passkey');
    }
  };
}
