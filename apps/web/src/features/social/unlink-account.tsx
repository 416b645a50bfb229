import type { LinkedSocialAccount } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { focusHeading } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useProviderName } from './names.ts';

type UnlinkAccountProps = { account: LinkedSocialAccount; onClose: () => void };

export function UnlinkAccount({ account, onClose }: UnlinkAccountProps) {
  const { t } = useTranslation('social');
  const utils = trpc.useUtils();
  const { mutateAsync } = trpc.social.remove.useMutation();
  const { target, details } = account;
  const name = useProviderName()(account.name);
  const unlink = async () => {
    utils.social.list.setData(undefined, await mutateAsync({ target }));
    void utils.account.checkUp.invalidate();
    showToast({ text: t('unlinked', { name }) });
    onClose();
    requestAnimationFrame(focusHeading);
  };
  const known = details.name ?? details.email;
  return (
    <ConfirmDialog
      title={t('unlinking.title', { name })}
      confirm={t('unlink')}
      onConfirm={unlink}
      onClose={onClose}
    >
      <p>{known ? t('unlinking.known', { known, name }) : t('unlinking.text', { name })}</p>
      <p>{t('unlinking.there', { name })}</p>
    </ConfirmDialog>
  );
}
