import type { Token } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { showToast } from '../../ui/toast.tsx';

type DeleteTokenProps = { token: Token; onClose: () => void };

/** Says what stops working, then deletes. */
export function DeleteToken({ token: { name, isExpired }, onClose }: DeleteTokenProps) {
  const { t } = useTranslation('tokens');
  const { tokens } = trpc.useUtils();
  const { mutateAsync } = trpc.tokens.remove.useMutation({ onSettled: () => tokens.list.invalidate() });
  const remove = async () => {
    await mutateAsync({ name });
    onClose();
    showToast({ text: t('deleted', { name }) });
  };
  return (
    <ConfirmDialog
      title={t('remove.title', { name })}
      confirm={t('remove.confirm')}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t(isExpired ? 'remove.expired' : 'remove.text')}</p>
      {!isExpired && <p>{t('remove.later')}</p>}
    </ConfirmDialog>
  );
}
