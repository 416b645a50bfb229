import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../../ui/button.tsx';

/** The way out for somebody who finds what they did not do. */
export function NotYou() {
  const { t } = useTranslation('activity');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Link to="/sign-in/{-$method}" params={{ method: 'password' }} className={buttonClass()}>
        {t('notYou')}
      </Link>
      <p className="min-w-0 flex-1 basis-52 text-sm text-soft">{t('notYouText')}</p>
    </div>
  );
}
