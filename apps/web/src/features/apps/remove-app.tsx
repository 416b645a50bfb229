import type { ConnectedApp } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { trpc } from '../../lib/trpc.ts';
import { showToast } from '../../ui/toast.tsx';

type RemoveAppProps = { app: ConnectedApp; onDone: () => void; onClose: () => void };

export function RemoveApp({ app, onDone, onClose }: RemoveAppProps) {
  const { t } = useTranslation('apps');
  const { apps, sessions } = trpc.useUtils();
  const { mutateAsync } = trpc.apps.remove.useMutation();
  const remove = async () => {
    await mutateAsync({ applicationId: app.applicationId });
    await Promise.all([apps.list.invalidate(), sessions.list.invalidate()]);
    showToast({ text: t('removed', { app: app.name }) });
    onDone();
  };
  return (
    <ConfirmDialog
      title={t('question', { app: app.name })}
      confirm={t('confirm')}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t(app.isThirdParty ? 'others.consequence' : 'own.consequence', { app: app.name })}</p>
      <p>{t('stillOpen')}</p>
    </ConfirmDialog>
  );
}
