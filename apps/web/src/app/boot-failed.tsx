import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadConfig, UnavailableError } from '../lib/config.ts';
import { useTryingAgain } from '../lib/use-trying-again.ts';
import { Button } from '../ui/button.tsx';
import { MessagePage } from '../ui/page.tsx';

/** The configuration could not be read: there is no app to show, until it can. */
export function BootFailed({ error }: { error: unknown }) {
  const { t } = useTranslation(['shell', 'errors']);
  const [failed, setFailed] = useState({ error, attempt: 0 });
  const tryAgain = () =>
    void loadConfig().then(
      () => location.reload(),
      (error) => setFailed(({ attempt }) => ({ error, attempt: attempt + 1 })),
    );
  useTryingAgain(tryAgain, { isOn: true, attempt: failed.attempt });
  const isMaintenance = failed.error instanceof UnavailableError;
  return (
    <MessagePage title={t(isMaintenance ? 'boot.maintenance' : 'boot.title')} product={t('product')}>
      <p role="alert" className="text-soft">
        {isMaintenance ? t('errors:problem.MAINTENANCE') : t('boot.text')} {t('errors:byItself')}
      </p>
      <Button look="primary" onClick={tryAgain}>
        {t('boot.action')}
      </Button>
    </MessagePage>
  );
}
