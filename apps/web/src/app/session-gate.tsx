import { Link } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuth, useSession } from '../lib/auth-context.ts';
import { hasUnsavedChanges } from '../lib/unsaved.ts';
import { useTryingAgain } from '../lib/use-trying-again.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { MessagePage } from '../ui/page.tsx';
import { AuthButton } from './auth-button.tsx';

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
  const [failures, setFailures] = useState(0);
  const leave = useCallback(() => {
    auth.signInAgain().catch(() => setFailures((before) => before + 1));
  }, [auth]);
  useEffect(leave, [leave]);
  useTryingAgain(leave, { isOn: failures > 0, attempt: failures });
  if (failures === 0) return <Waiting text={t('toSignIn')} />;
  return (
    <MessagePage title={t('failed.network.title')} product={t('shell:product')}>
      <p role="alert" className="text-soft">
        {t('failed.network.text')} {t('errors:byItself')}
      </p>
      <AuthButton run={auth.signInAgain}>{t('signInAgain')}</AuthButton>
    </MessagePage>
  );
}

function Closed({ reason }: { reason: 'signed-out' | 'suspended' | 'gone' | 'stuck' }) {
  const { t } = useTranslation(['auth', 'shell']);
  const auth = useAuth();
  const key = reason === 'signed-out' ? 'signedOut' : reason;
  const isForGood = reason === 'suspended' || reason === 'gone';
  return (
    <MessagePage title={t(`${key}.title`)} product={t('shell:product')}>
      <p className="text-soft">{t(`${key}.text`)}</p>
      {isForGood ? (
        <AuthButton look="secondary" run={auth.signOut}>
          {t('signOut')}
        </AuthButton>
      ) : (
        <AuthButton run={() => auth.signIn()}>{t(reason === 'stuck' ? 'signInAgain' : 'signIn')}</AuthButton>
      )}
      {(reason === 'suspended' || reason === 'signed-out') && <ComeBack />}
    </MessagePage>
  );
}

/** Whoever closed their account themselves finds here how to open it again. */
function ComeBack() {
  const { t } = useTranslation('auth');
  return (
    <p className="text-sm text-soft">
      {t('comeBack.text')}{' '}
      <Link to="/return" className="text-accent underline underline-offset-2">
        {t('comeBack.action')}
      </Link>
    </p>
  );
}

/** A full page that says what is going on. Its text appears late, so that a quick way through does not flicker. */
export function Waiting({ text }: { text: string }) {
  return (
    <main className="flex flex-1 items-center justify-center p-6 text-soft">
      <p role="status" className="animate-rise">
        {text}
      </p>
    </main>
  );
}
