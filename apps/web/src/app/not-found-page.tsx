import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { buttonClass } from '../ui/button.tsx';
import { MessagePage } from '../ui/page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <MessagePage title={t('notFound.title')} product={t('product')}>
      <p className="text-soft">{t('notFound.text')}</p>
      <Link to="/" className={buttonClass('primary')}>
        {t('notFound.action')}
      </Link>
    </MessagePage>
  );
}
