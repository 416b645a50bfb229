import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Points } from './points.tsx';
import { useLeave } from './use-leave.ts';

/** Closes the account until the person comes back. */
export function Deactivate({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('account');
  const { mutateAsync } = trpc.lifecycle.deactivate.useMutation();
  const leave = useLeave();
  const deactivate = async () => {
    await mutateAsync();
    await leave({ kind: 'deactivated' });
  };
  return (
    <ConfirmDialog
      title={t('deactivate.question')}
      confirm={t('deactivate.confirm')}
      onConfirm={deactivate}
      onClose={onClose}
    >
      <Points points={[t('deactivate.closed'), t('deactivate.kept'), t('deactivate.back')]} />
    </ConfirmDialog>
  );
}
