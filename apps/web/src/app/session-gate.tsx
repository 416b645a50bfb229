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
  switch (session) {
    case 'active':
      return children;
    case 'ended':
      return <Ended>{children}</Ended>;
    default:
      return <Closed reason={session} />;
  }
}

/** Without a word to the sign-in and back; but what somebody has typed is not thrown away unasked. */
function Ended({ children }: { children: ReactNode }) {
  const { t } = useTranslation('auth');
  const auth = useAuth();
  const [asks, setAsks] = useState(hasUnsavedChanges);
  const [later, setLater] = useState(false);
  if (!asks) return <ToSignIn />;
  return (
    <>
      {children}
      {!later && (
        <Dialog
          title={t('ended.title')}
          onClose={() => setLater(true)}
          actions={
            <>
              <Button onClick={() => setLater(true)}>{t('ended.later')}</Button>
              <Button look="primary" onClick={() => setAsks(false)}>
                {t('signInAgain')}
              </Button>
            </>
          }
        >
          {t('ended.text')}
        </Dialog>
      )}
      {later && (
        <div className="fixed inset-x-0 bottom-0 flex justify-center p-4">
          <Button look="primary" onClick={() => void auth.signInAgain()}>
            {t('signInAgain')}
          </Button>
        </div>
      )}
    </>
  );
}

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
