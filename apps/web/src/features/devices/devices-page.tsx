import type { Session } from '@account/procedures/schemas';
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
  const isHereKnown = sessions.some(({ isCurrent }) => isCurrent);
  const leaving = sessions.find(({ id }) => id === leavingId);
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
      <Dialogs leaving={leaving} isHereKnown={isHereKnown} onClose={() => setLeavingId(null)} />
    </>
  );
}

type DialogsProps = { leaving: Session | undefined; isHereKnown: boolean; onClose: () => void };

/** The one that is open, if any. */
function Dialogs({ leaving, isHereKnown, onClose }: DialogsProps) {
  const [strangerOut, setStrangerOut] = useState<string | null>(null);
  const refocus = () => requestAnimationFrame(focusHeading);
  if (strangerOut !== null) {
    const close = () => {
      setStrangerOut(null);
      refocus();
    };
    return <SecureAccount session={strangerOut} onClose={close} />;
  }
  if (!leaving) return null;
  if (leaving.isCurrent) return <LeaveDevice session={leaving} onClose={onClose} />;
  return (
    <SignOutDevice
      {...{ session: leaving, isHereKnown, onClose }}
      onStrangerOut={setStrangerOut}
      onDone={refocus}
    />
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
