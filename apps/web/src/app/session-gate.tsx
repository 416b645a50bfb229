import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../lib/error-text.tsx';
import { hasUnsavedChanges } from '../lib/unsaved.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { MessagePage } from '../ui/page.tsx';
import { useAuth, useSession } from './auth-context.ts';

/** Shows the app while the sign-in holds, and what to do when it does not. */
export function SessionGate({ children }: { children: ReactNode }) {
  const session = useSession();
  // What somebody has typed is not thrown away unasked: then the page stays, below a question.
  const [leaves, setLeaves] = useState(false);
  const asks = session === 'ended' && !leaves && hasUnsavedChanges();
  return (
    <>
      {(session === 'active' || asks) && children}
      {asks && <SignInQuestion onSignIn={() => setLeaves(true)} />}
      {session === 'ended' && !asks && <ToSignIn />}
      {session !== 'active' && session !== 'ended' && <Closed reason={session} />}
    </>
  );
}

function SignInQuestion({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useTranslation('auth');
  const [isLater, setLater] = useState(false);
  const signIn = (
    <Button look="primary" onClick={onSignIn}>
      {t('signInAgain')}
    </Button>
  );
  if (isLater) return <div className="fixed end-4 bottom-4 z-20">{signIn}</div>;
  const later = <Button onClick={() => setLater(true)}>{t('ended.later')}</Button>;
  return (
    <Dialog
      title={t('ended.title')}
      onClose={() => setLater(true)}
      actions={
        <>
          {later}
          {signIn}
        </>
      }
    >
      {t('ended.text')}
    </Dialog>
  );
}

/** Without a word to the sign-in and back. */
function ToSignIn() {
  const { t } = useTranslation(['auth', 'shell', 'errors']);
  const auth = useAuth();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    auth.signInAgain().catch(setError);
  }, [auth]);
  if (error === null) return <Waiting text={t('toSignIn')} />;
  return (
    <MessagePage title={t('failed.network.title')} product={t('shell:product')}>
      <p role="alert" className="text-soft">
        <ErrorText error={error} />
      </p>
      <Button
        look="primary"
        onClick={() => {
          setError(null);
          auth.signInAgain().catch(setError);
        }}
      >
        {t('errors:again')}
      </Button>
    </MessagePage>
  );
}

function Closed({ reason }: { reason: 'signed-out' | 'suspended' | 'gone' | 'stuck' }) {
  const { t } = useTranslation(['auth', 'shell']);
  const auth = useAuth();
  const key = reason === 'signed-out' ? 'signedOut' : reason;
  const closed = reason === 'suspended' || reason === 'gone';
  return (
    <MessagePage title={t(`${key}.title`)} product={t('shell:product')}>
      <p className="text-soft">{t(`${key}.text`)}</p>
      {closed ? (
        <Button onClick={() => void auth.signOut()}>{t('signOut')}</Button>
      ) : (
        <Button look="primary" onClick={() => void auth.signIn()}>
          {t(reason === 'stuck' ? 'signInAgain' : 'signIn')}
        </Button>
      )}
    </MessagePage>
  );
}

/** A full page that says what is going on. Its text appears late, so that a quick way through does not flicker. */
export function Waiting({ text }: { text: string }) {
  return (
    <main className="flex min-h-dvh items-center justify-center p-6 text-soft">
      <p role="status" className="animate-rise">
        {text}
      </p>
    </main>
  );
}
