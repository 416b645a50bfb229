import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type Departure, lastDeparture } from '../../lib/departure.ts';
import { formatDay } from '../../lib/format.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { buttonClass } from '../../ui/button.tsx';
import { MessagePage } from '../../ui/page.tsx';

/** The goodbye: what has happened to the account, and how to take it back. */
export function LeftPage() {
  const { t } = useTranslation(['comeBack', 'shell']);
  const departure = lastDeparture();
  const words = useWords();
  if (!departure) return <Navigate to="/return" replace />;
  const { title, text, isFinal } = words(departure);
  return (
    <MessagePage title={title} product={t('shell:product')}>
      <p className="text-soft">{text}</p>
      {!isFinal && (
        <>
          <p className="text-soft">{t('left.keep')}</p>
          <p className="rounded-control bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere select-all">
            {`${location.origin}/return`}
          </p>
          <Link to="/return" className={buttonClass()}>
            {t('left.action')}
          </Link>
        </>
      )}
    </MessagePage>
  );
}

function useWords() {
  const { t } = useTranslation('comeBack');
  const locale = useLocale();
  return (departure: Departure) => {
    if (departure.kind === 'deactivated')
      return { title: t('left.deactivated.title'), text: t('left.deactivated.text'), isFinal: false };
    const day = formatDay(departure.dueAt, locale);
    if (departure.isDone)
      return { title: t('left.deleted.title'), text: t('left.deleted.text'), isFinal: true };
    return { title: t('left.deletion.title', { day }), text: t('left.deletion.text'), isFinal: false };
  };
}
