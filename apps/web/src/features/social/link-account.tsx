import type { LinkableProvider, LinkedSocialAccount } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { useProviderName } from './names.ts';
import { useLeave } from './use-leave.ts';

type LinkAccountProps = {
  provider: Pick<LinkableProvider, 'connectorId' | 'target' | 'name'>;
  /** The account that the new one takes the place of. */
  replaced?: LinkedSocialAccount;
  onClose: () => void;
};

/** Says what comes, then leaves for the provider. */
export function LinkAccount({ provider, replaced, onClose }: LinkAccountProps) {
  const { t } = useTranslation('social');
  const name = useProviderName()(provider.name);
  const leave = useLeave();
  const act = replaced ? 'replacing' : 'linking';
  const former = replaced?.details.name ?? replaced?.details.email;
  return (
    <ConfirmDialog
      title={t(`${act}.title`, { name })}
      confirm={t('goTo', { name })}
      look="primary"
      onConfirm={() => leave({ ...provider, replace: replaced !== undefined })}
      onClose={onClose}
    >
      {former && <p>{t('replacing.former', { former })}</p>}
      <p>{t(`${act}.text`, { name })}</p>
    </ConfirmDialog>
  );
}
