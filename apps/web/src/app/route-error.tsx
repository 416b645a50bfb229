import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../lib/error-text.tsx';
import { Button } from '../ui/button.tsx';
import { MessagePage, Page } from '../ui/page.tsx';

type RouteErrorProps = { error: unknown };

/** Takes the place of one page; the shell around it stays. */
export function RouteError({ error }: RouteErrorProps) {
  const { t } = useTranslation(['errors', 'shell']);
  const retry = useRetry();
  return (
    <Page title={t('errors:page')} product={t('shell:product')}>
      <p role="alert" className="text-soft">
        <ErrorText error={error} />
      </p>
      <div>
        <Button look="primary" onClick={retry}>
          {t('errors:again')}
        </Button>
      </div>
    </Page>
  );
}

/** The same, when not even the shell could be shown. */
export function RootError({ error }: RouteErrorProps) {
  const { t } = useTranslation(['errors', 'shell']);
  const retry = useRetry();
  return (
    <MessagePage title={t('errors:page')} product={t('shell:product')}>
      <p role="alert" className="text-soft">
        <ErrorText error={error} />
      </p>
      <Button look="primary" onClick={retry}>
        {t('errors:again')}
      </Button>
    </MessagePage>
  );
}

function useRetry() {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  return () => void router.invalidate();
}
