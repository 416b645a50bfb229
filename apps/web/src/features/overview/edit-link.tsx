import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button.tsx';

type EditLinkProps = { field: 'name' | 'email' | 'phone' | 'username' | 'password'; isSet: boolean };

/** The way to the page where a detail can be changed, in the words of that page. */
export function EditLink({ field, isSet }: EditLinkProps) {
  const { t } = useTranslation(['signIn', 'overview']);
  const look = {
    className: buttonClass(),
    'aria-label': t(isSet ? 'changeField' : 'addField', { field: t(`overview:${field}`) }),
    children: t(isSet ? 'change' : 'add'),
  };
  return field === 'name' ? (
    <Link to="/profile" {...look} />
  ) : (
    <Link to="/sign-in/{-$method}" params={{ method: field }} {...look} />
  );
}
