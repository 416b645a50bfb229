import type { DeviceKind, Session } from '@account/procedures/schemas';
import { CircleHelp, Laptop, type LucideIcon, Smartphone, Tablet } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';
import { Moment } from '../../lib/moment.tsx';
import { Button } from '../../ui/button.tsx';
import { rowClass } from '../../ui/card.tsx';
import { Mark } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Parts } from '../../ui/parts.tsx';
import type { DeviceGroup } from './group-devices.ts';
import { useLabels } from './labels.ts';

const icons: Record<DeviceKind, LucideIcon> = {
  phone: Smartphone,
  tablet: Tablet,
  desktop: Laptop,
  unknown: CircleHelp,
};

type DeviceItemProps = { group: DeviceGroup; isLocked: boolean; onSignOut: (session: Session) => void };

/** A kind of device, with the browsers in which the person is signed in there. */
export function DeviceItem({ group, isLocked, onSignOut }: DeviceItemProps) {
  const { deviceName } = useLabels();
  const Icon = icons[group.device];
  return (
    <li aria-label={deviceName(group)} className={`${rowClass} flex gap-4 py-4`}>
      <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent max-sm:hidden">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <h3 className="flex items-center gap-2 font-medium wrap-anywhere">
          <Icon aria-hidden="true" className="size-4 shrink-0 text-accent sm:hidden" />
          {deviceName(group)}
        </h3>
        {/* biome-ignore lint/a11y/noRedundantRoles: without it, Safari takes it for no list */}
        <ul role="list" className="divide-y divide-line">
          {group.sessions.map((session) => (
            <SessionItem key={session.id} {...{ session, isLocked }} onSignOut={() => onSignOut(session)} />
          ))}
        </ul>
      </div>
    </li>
  );
}

type SessionItemProps = { session: Session; isLocked: boolean; onSignOut: () => void };

function SessionItem({ session, isLocked, onSignOut }: SessionItemProps) {
  const { t } = useTranslation(['devices', 'shell']);
  const { browserName, sessionName, placeName } = useLabels();
  const signedIn = <Trans t={t} i18nKey="signedIn" components={{ at: <Moment at={session.signedInAt} /> }} />;
  return (
    <li
      aria-label={sessionName(session)}
      className="group flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0.5 last:pb-0"
    >
      <div className="min-w-0 flex-1 basis-44">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="text-[0.9375rem] wrap-anywhere">{browserName(session)}</span>
          {session.isCurrent && <Mark tone="good">{t('here')}</Mark>}
        </p>
        <p className="text-sm text-soft wrap-anywhere">
          <Parts parts={[signedIn, placeName(session.place)]} />
        </p>
      </div>
      {isLocked ? (
        <Locked>{t('shell:locked')}</Locked>
      ) : (
        <Button
          aria-label={t('signOutOf', { session: sessionName(session) })}
          // The only one of a device is in the middle of it, with the name of the device.
          className="sm:group-only:-mt-6.5"
          onClick={onSignOut}
        >
          {t('signOut')}
        </Button>
      )}
    </li>
  );
}
