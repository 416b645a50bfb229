import type { CheckUpDomain } from '@account/procedures/schemas';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button.tsx';

type RemedyProps = { domain: CheckUpDomain; about: string };

/** The way to the page that settles a to-do. */
export function Remedy({ domain, about }: RemedyProps) {
  const { t } = useTranslation('overview');
  const look = {
    className: buttonClass(),
    'aria-label': t('checkUp.about', { action: t(`checkUp.actions.${domain}`), about }),
    children: t(`checkUp.actions.${domain}`),
  };
  switch (domain) {
    case 'mfa':
      return <Link to="/two-step/{-$task}" params={{ task: undefined }} {...look} />;
    case 'social':
      return <Link to="/social" {...look} />;
    default:
      return <Link to="/sign-in/{-$method}" params={{ method: domain }} {...look} />;
  }
}
