import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../lib/error-text.tsx';
import { Button } from '../../ui/button.tsx';
import { rowClass } from '../../ui/card.tsx';
import { ErrorLine } from '../../ui/field.tsx';

/** One card of the page failed; the rest of it stays. */
export function NotLoaded({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('errors');
  return (
    <div className={`${rowClass} flex flex-wrap items-center justify-between gap-3`}>
      <ErrorLine>
        <ErrorText error={error} />
      </ErrorLine>
      <Button onClick={onRetry}>{t('again')}</Button>
    </div>
  );
}
