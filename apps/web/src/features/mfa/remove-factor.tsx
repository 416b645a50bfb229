import type { MfaVerification } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { focusHeading } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useFactorName } from './factor-name.ts';
import type { Factors } from './factors.ts';

type RemoveFactorProps = { factor: MfaVerification; factors: Factors; onClose: () => void };

const kinds = { Totp: 'app', WebAuthn: 'passkey', BackupCode: 'backupCodes' } as const;

export function RemoveFactor({ factor, factors, onClose }: RemoveFactorProps) {
  const { t } = useTranslation('mfa');
  const { client, mfa, account } = trpc.useUtils();
  const name = useFactorName()(factor);
  const remove = async () => {
    await client.mfa.remove.mutate({ id: factor.id });
    await mfa.list.invalidate();
    void account.invalidate();
    onClose();
    focusHeading();
    showToast({ text: t('removal.done', { factor: name }) });
  };
  const kind = kinds[factor.type];
  const isReal = factor.type !== 'BackupCode';
  return (
    <ConfirmDialog
      title={t(`removal.title.${kind}`, { factor: name })}
      confirm={t('remove')}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t(`removal.${kind}`)}</p>
      {isReal && factors.isLast(factor) && <p>{t('removal.lastOne')}</p>}
      {isReal && factors.codes && factors.takesCodes(factor) && <p>{t('removal.codesToo')}</p>}
    </ConfirmDialog>
  );
}
