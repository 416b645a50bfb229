import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ClosedPage, LockNote, lockOf } from '../../lib/access.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { EditAddress } from './edit-address.tsx';
import { EditPassword } from './edit-password.tsx';
import { EditUsername } from './edit-username.tsx';
import { MethodRow } from './method-row.tsx';
import { SignInMethod, scopes } from './methods.ts';

const identifiers: readonly SignInMethod[] = ['username', 'email', 'phone'];

/** Sign-in: the names, addresses and the password that let the person in. */
export function SignInPage() {
  const { t } = useTranslation(['signIn', 'shell']);
  const { isAllOff } = useMethods();
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {isAllOff ? <ClosedPage lock="off" /> : <Methods />}
    </Page>
  );
}

function Methods() {
  const { t } = useTranslation('signIn');
  const { method: open } = useParams({ from: '/shell/sign-in/{-$method}' });
  const navigate = useNavigate();
  const { lock, values } = useMethods();
  const close = () =>
    void navigate({ to: '/sign-in/{-$method}', params: { method: undefined }, replace: true });
  const row = (method: SignInMethod) => (
    <MethodRow
      key={method}
      method={method}
      value={values[method]}
      lock={lock(method)}
      isOpen={open === method}
    />
  );
  const shown = identifiers.filter((method) => lock(method) !== 'off');
  return (
    <>
      {shown.length > 0 && (
        <Card title={t('identifiers')} note={<LockNote lock={shown.map(lock).find(Boolean)} />}>
          <Rows>{shown.map(row)}</Rows>
        </Card>
      )}
      {lock('password') !== 'off' && (
        <Card title={t('secret')} note={<LockNote lock={lock('password')} />}>
          <Rows>{row('password')}</Rows>
        </Card>
      )}
      {open && !lock(open) && (
        <Suspense>
          <Editor key={open} method={open} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function Editor({ method, onClose }: { method: SignInMethod; onClose: () => void }) {
  switch (method) {
    case 'username':
      return <EditUsername onClose={onClose} />;
    case 'email':
    case 'phone':
      return <EditAddress kind={method} onClose={onClose} />;
    case 'password':
      return <EditPassword onClose={onClose} />;
  }
}

/** What the person has, and what of it they may change. */
function useMethods() {
  const { t } = useTranslation('signIn');
  const [person] = trpc.account.overview.useSuspenseQuery();
  const lock = (method: SignInMethod) => lockOf(person, { field: method, scope: scopes[method] });
  const values: Record<SignInMethod, string | null> = {
    username: person.username,
    email: person.email,
    phone: person.phoneText,
    password: person.hasPassword ? t('set') : null,
  };
  return { lock, values, isAllOff: SignInMethod.options.every((method) => lock(method) === 'off') };
}
