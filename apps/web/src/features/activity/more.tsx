import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../lib/error-text.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/field.tsx';

type MoreProps = {
  hasMore: boolean;
  isLoading: boolean;
  error: unknown;
  /** Nothing was found so far. */
  isEmpty: boolean;
  loadMore: () => void;
};

/** The end of the feed, or the way to what is older. */
export function More({ hasMore, isLoading, error, isEmpty, loadMore }: MoreProps) {
  const { t } = useTranslation(['activity', 'shell']);
  if (!hasMore) return <p className="text-center text-sm text-soft">{t('end')}</p>;
  return (
    <div className="flex flex-col items-center gap-2">
      <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
      <Button aria-disabled={isLoading} onClick={() => isLoading || loadMore()}>
        {isLoading ? t('shell:loading') : t(isEmpty ? 'older' : 'more')}
      </Button>
    </div>
  );
}
