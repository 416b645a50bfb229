import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../lib/trpc.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type SecureAccountProps = { session: string; onClose: () => void };

/** A stranger is out: now what they came in with has to change. */
export function SecureAccount({ session, onClose }: SecureAccountProps) {
  const { t } = useTranslation('devices');
  const [person] = trpc.account.overview.useSuspenseQuery();
  const way = person.hasPassword && person.rights.password === 'Edit' ? 'password' : 'other';
  const actions = (
    <>
      <Button onClick={onClose}>{t('secure.later')}</Button>
      <Link
        {...(way === 'password'
          ? { to: '/sign-in/{-$method}', params: { method: 'password' } }
          : { to: '/social' })}
        className={buttonClass('primary')}
      >
        {t(`secure.${way}.action`)}
      </Link>
    </>
  );
  return (
    <Dialog title={t('secure.title')} onClose={onClose} actions={actions}>
      <p>{t('signedOut', { session })}</p>
      <p className="mt-3">{t(`secure.${way}.text`)}</p>
    </Dialog>
  );
}
