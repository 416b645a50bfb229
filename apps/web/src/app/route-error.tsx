import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../lib/error-text.tsx';
import { failureOf, isWorthRetrying } from '../lib/errors.ts';
import { useTryingAgain } from '../lib/use-trying-again.ts';
import { Button } from '../ui/button.tsx';
import { MessagePage, Page } from '../ui/page.tsx';

type RouteErrorProps = { error: unknown };

/** Takes the place of one page; the shell around it stays. */
export function RouteError({ error }: RouteErrorProps) {
  const { t } = useTranslation(['errors', 'shell']);
  const { retry, isPassing } = useRetry(error);
  return (
    <Page title={t('errors:page')} product={t('shell:product')}>
      <Why error={error} isPassing={isPassing} />
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
  const { retry, isPassing } = useRetry(error);
  return (
    <MessagePage title={t('errors:page')} product={t('shell:product')}>
      <Why error={error} isPassing={isPassing} />
      <Button look="primary" onClick={retry}>
        {t('errors:again')}
      </Button>
    </MessagePage>
  );
}

function Why({ error, isPassing }: RouteErrorProps & { isPassing: boolean }) {
  const { t } = useTranslation('errors');
  return (
    <div role="alert" className="text-soft">
      <p>
        <ErrorText error={error} />
      </p>
      {isPassing && <p>{t('byItself')}</p>}
    </div>
  );
}

function useRetry(error: unknown) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  useEffect(reset, [reset]);
  const retry = () => void router.invalidate();
  // Offline counts as well: the network says when it is back.
  const isPassing = isWorthRetrying(error) || failureOf(error).kind === 'offline';
  useTryingAgain(retry, { isOn: isPassing });
  return { retry, isPassing };
}
