import type { Session } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../lib/auth-context.ts';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { useLabels } from './labels.ts';

/** Signing out of this very browser is the sign-out that everybody knows. */
export function LeaveDevice({ session, onClose }: { session: Session; onClose: () => void }) {
  const { t } = useTranslation('devices');
  const { sessionName } = useLabels();
  const auth = useAuth();
  return (
    <ConfirmDialog
      title={t('question', { session: sessionName(session) })}
      confirm={t('signOut')}
      onConfirm={auth.signOut}
      onClose={onClose}
    >
      <p>{t('consequenceHere')}</p>
    </ConfirmDialog>
  );
}
