import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth } from '../../lib/auth-context.ts';
import { forgetDeparture } from '../../lib/departure.ts';
import { ErrorText } from '../../lib/error-text.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorLine } from '../../ui/field.tsx';
import { focusHeading, MessagePage } from '../../ui/page.tsx';

/** The account is open again; a sign-in is still what it always was. */
export function WelcomeBack({ from }: { from: 'deactivation' | 'deletion' }) {
  const { t } = useTranslation(['comeBack', 'auth', 'shell']);
  const auth = useAuth();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    forgetDeparture();
    focusHeading();
  }, []);
  return (
    <MessagePage title={t('done.title')} product={t('shell:product')}>
      <p className="text-soft">{t(`done.${from}`)}</p>
      <Button look="primary" onClick={() => void auth.signIn('/').catch(setError)}>
        {t('auth:signIn')}
      </Button>
      <ErrorLine>{error !== null && <ErrorText error={error} />}</ErrorLine>
    </MessagePage>
  );
}
