import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button.tsx';

type EditLinkProps = { field: 'name' | 'email' | 'phone' | 'username' | 'password' };

/** The way to the page where a detail can be changed. */
export function EditLink({ field }: EditLinkProps) {
  const { t } = useTranslation('overview');
  const look = {
    className: buttonClass(),
    'aria-label': t('editField', { field: t(field) }),
    children: t('edit'),
  };
  return field === 'name' ? (
    <Link to="/profile" {...look} />
  ) : (
    <Link to="/sign-in/{-$method}" params={{ method: field }} {...look} />
  );
}
