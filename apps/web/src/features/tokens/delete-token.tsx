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
  const { mutateAsync } = trpc.tokens.remove.useMutation();
  // Not before: a list without this token has no place for the dialog that says why it could not be deleted.
  const close = () => {
    onClose();
    void tokens.list.invalidate();
  };
  const remove = async () => {
    await mutateAsync({ name });
    tokens.list.setData(
      undefined,
      (list) => list && { ...list, tokens: list.tokens.filter((token) => token.name !== name) },
    );
    showToast({ text: t('deleted', { name }) });
    close();
  };
  return (
    <ConfirmDialog
      title={t('remove.title', { name })}
      confirm={t('remove.confirm')}
      onConfirm={remove}
      onClose={close}
    >
      <p>{t(isExpired ? 'remove.expired' : 'remove.text')}</p>
      {!isExpired && <p>{t('remove.later')}</p>}
    </ConfirmDialog>
  );
}
