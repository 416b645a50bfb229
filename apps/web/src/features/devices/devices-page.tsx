import { useLoaderData } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { ClosedPage, isClosed, type Lock, LockNote, useLock } from '../../lib/access.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { focusHeading, Page } from '../../ui/page.tsx';
import { DeviceItem } from './device-item.tsx';
import { groupDevices } from './group-devices.ts';
import { LeaveDevice } from './leave-device.tsx';
import { SecureAccount } from './secure-account.tsx';
import { SignOutDevice } from './sign-out-device.tsx';
import { SignOutMany } from './sign-out-many.tsx';

/** Where the person is signed in, and how to end it. */
export function DevicesPage() {
  const { t } = useTranslation(['devices', 'shell']);
  const lock = useLock({ field: 'session', scope: 'account:sessions' });
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {isClosed(lock) ? <ClosedPage lock={lock} /> : <Devices lock={lock} />}
    </Page>
  );
}

function Devices({ lock }: { lock: Lock | undefined }) {
  const { t } = useTranslation('devices');
  const { query } = useLoaderData({ from: '/shell/devices' });
  const [sessions] = trpc.sessions.list.useSuspenseQuery(query);
  const [leavingId, setLeavingId] = useResumable('devices', z.string());
  const [strangerOut, setStrangerOut] = useState<string | null>(null);
  const isHereKnown = sessions.some(({ isCurrent }) => isCurrent);
  const leaving = sessions.find(({ id }) => id === leavingId);
  const close = () => setLeavingId(null);
  const refocus = () => requestAnimationFrame(focusHeading);
  if (sessions.length === 0) return <Nothing title={t('nothing.title')} text={t('nothing.text')} />;
  return (
    <>
      <Card title={t('list')} note={lock ? <LockNote lock={lock} /> : <Hint isHereKnown={isHereKnown} />}>
        <Rows>
          {groupDevices(sessions).map((group) => (
            <DeviceItem
              key={`${group.device} ${group.system}`}
              group={group}
              isLocked={lock !== undefined}
              onSignOut={({ id }) => setLeavingId(id)}
            />
          ))}
        </Rows>
      </Card>
      {lock === undefined && sessions.length > 1 && <SignOutMany isHereKnown={isHereKnown} />}
      {leaving?.isCurrent && <LeaveDevice session={leaving} onClose={close} />}
      {leaving && !leaving.isCurrent && (
        <SignOutDevice
          session={leaving}
          isHereKnown={isHereKnown}
          onStrangerOut={setStrangerOut}
          onClose={close}
          onDone={refocus}
        />
      )}
      {strangerOut !== null && (
        <SecureAccount
          session={strangerOut}
          onClose={() => {
            setStrangerOut(null);
            refocus();
          }}
        />
      )}
    </>
  );
}

function Hint({ isHereKnown }: { isHereKnown: boolean }) {
  const { t } = useTranslation('devices');
  return (
    <p className="mt-0.5 text-sm text-soft">
      {t('hint')} {!isHereKnown && t('hereUnknown')}
    </p>
  );
}
