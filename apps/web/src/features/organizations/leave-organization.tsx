import type { Membership } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../lib/confirm-dialog.tsx';
import { listFormat } from '../../lib/intl.ts';
import { trpc } from '../../lib/trpc.ts';
import { showToast } from '../../ui/toast.tsx';

type LeaveOrganizationProps = { membership: Membership; onDone: () => void; onClose: () => void };

export function LeaveOrganization({ membership, onDone, onClose }: LeaveOrganizationProps) {
  const { t, i18n } = useTranslation('organizations');
  const { organizations } = trpc.useUtils();
  const { mutateAsync } = trpc.organizations.leave.useMutation();
  const { id, name, roles } = membership;
  const leave = async () => {
    await mutateAsync({ id });
    await organizations.list.invalidate();
    showToast({ text: t('left', { name }) });
    onDone();
  };
  const roleNames = listFormat(i18n.language, {}).format(roles.map((role) => role.name));
  return (
    <ConfirmDialog title={t('question', { name })} confirm={t('leave')} onConfirm={leave} onClose={onClose}>
      <p>{t('consequence', { name })}</p>
      {roles.length > 0 && <p>{t('rolesLost', { roles: roleNames, count: roles.length })}</p>}
      <p>{t('wayBack')}</p>
    </ConfirmDialog>
  );
}
