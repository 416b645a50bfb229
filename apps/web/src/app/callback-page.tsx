import { useTranslation } from 'react-i18next';
import { useAuth } from '../lib/auth-context.ts';
import { signInFailure } from '../lib/sign-in.ts';
import { MessagePage } from '../ui/page.tsx';
import { AuthButton } from './auth-button.tsx';
import { Waiting } from './session-gate.tsx';

export function CallbackPending() {
  return <Waiting text={useTranslation('auth').t('signingIn')} />;
}

/** The way back from Logto ended badly: in words, with a way to start again. */
export function CallbackError({ error }: { error: unknown }) {
  const { t } = useTranslation(['auth', 'shell']);
  const auth = useAuth();
  const failure = signInFailure(error, location.href);
  return (
    <MessagePage title={t(`failed.${failure}.title`)} product={t('shell:product')}>
      <p role="alert" className="text-soft">
        {t(`failed.${failure}.text`)}
      </p>
      <AuthButton run={() => auth.signIn(auth.returnTo())}>{t('signInAgain')}</AuthButton>
    </MessagePage>
  );
}
