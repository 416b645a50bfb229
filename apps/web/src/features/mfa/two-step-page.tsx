import { useNavigate, useParams } from '@tanstack/react-router';
import { ShieldOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { ClosedPage, isClosed, type Lock, LockNote, useLock } from '../../lib/access.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Page } from '../../ui/page.tsx';
import { AddressItem } from './address-item.tsx';
import { CreateCodes } from './create-codes.tsx';
import { AppItem, CodesItem } from './factor-items.tsx';
import { sortFactors } from './factors.ts';
import { FewCodes } from './few-codes.tsx';
import { PasskeyItems } from './passkey-items.tsx';
import { RemoveFactor } from './remove-factor.tsx';
import { SetUpApp } from './set-up-app.tsx';
import { Status } from './status.tsx';

/** Two-step verification: what is asked for after the password, and what helps when it is lost. */
export function TwoStepPage() {
  const { t } = useTranslation(['mfa', 'shell']);
  const lock = useLock({ field: 'mfa', scope: 'account:mfa' });
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {isClosed(lock) ? <ClosedPage lock={lock} /> : <Content lock={lock} />}
    </Page>
  );
}

function Content({ lock }: { lock: Lock | undefined }) {
  const { t } = useTranslation('mfa');
  const [overview] = trpc.mfa.list.useSuspenseQuery();
  const [person] = trpc.account.overview.useSuspenseQuery();
  const factors = sortFactors(overview, person);
  const [leaving, setLeaving] = useResumable('mfa.remove', z.string());
  const isLocked = lock !== undefined;
  const item = { factors, isLocked, onRemove: setLeaving };
  if (factors.isUnavailable) {
    return (
      <Nothing
        icon={<ShieldOff className="size-5" />}
        title={t('status.unavailable.title')}
        text={t('status.unavailable.text')}
      />
    );
  }
  const removed = overview.verifications.find(({ id }) => id === leaving);
  return (
    <>
      <Status status={factors.status} />
      {factors.codes && factors.canHaveCodes && <FewCodes codes={factors.codes} isLocked={isLocked} />}
      <Card title={t('steps')} note={<LockNote lock={lock} />}>
        <Rows>
          <AppItem {...item} />
          <PasskeyItems {...item} />
          {factors.offers('EmailVerificationCode') && <AddressItem kind="email" />}
          {factors.offers('PhoneVerificationCode') && <AddressItem kind="phone" />}
        </Rows>
      </Card>
      {(factors.offers('BackupCode') || factors.codes) && (
        <Card title={t('recovery')} note={<LockNote lock={lock} />}>
          <Rows>
            <CodesItem {...item} />
          </Rows>
        </Card>
      )}
      {!isLocked && <Task />}
      {removed && <RemoveFactor factor={removed} factors={factors} onClose={() => setLeaving(null)} />}
    </>
  );
}

/** What the address asks for. */
function Task() {
  const { task } = useParams({ from: '/shell/two-step/{-$task}' });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/two-step/{-$task}', params: { task: undefined }, replace: true });
  if (task === 'app') return <SetUpApp onClose={close} />;
  return task === 'codes' && <CreateCodes onClose={close} />;
}
