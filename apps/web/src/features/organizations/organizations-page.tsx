import type { Membership } from '@account/procedures/schemas';
import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { LockNote, useLock } from '../../lib/access.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Item, Mark } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { focusHeading, Page } from '../../ui/page.tsx';
import { LeaveOrganization } from './leave-organization.tsx';

/** Where the person belongs, as what, and the way out. */
export function OrganizationsPage() {
  const { t } = useTranslation(['organizations', 'shell']);
  const [memberships] = trpc.organizations.list.useSuspenseQuery();
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {memberships.length > 0 ? (
        <Memberships memberships={memberships} />
      ) : (
        <Nothing
          icon={<Building2 className="size-5" />}
          title={t('nothing.title')}
          text={t('nothing.text')}
        />
      )}
    </Page>
  );
}

function Memberships({ memberships }: { memberships: readonly Membership[] }) {
  const { t } = useTranslation('organizations');
  const lock = useLock({ scope: 'account:write' });
  const [leavingId, setLeavingId] = useResumable('organizations', z.string());
  const leaving = memberships.find(({ id }) => id === leavingId);
  const done = () => {
    setLeavingId(null);
    requestAnimationFrame(focusHeading);
  };
  return (
    <>
      <Card title={t('list')} note={<LockNote lock={lock} />}>
        <Rows>
          {memberships.map((membership) => (
            <MembershipItem
              key={membership.id}
              membership={membership}
              isLocked={lock !== undefined}
              onLeave={() => setLeavingId(membership.id)}
            />
          ))}
        </Rows>
      </Card>
      {leaving && <LeaveOrganization membership={leaving} onDone={done} onClose={() => setLeavingId(null)} />}
    </>
  );
}

type MembershipItemProps = { membership: Membership; isLocked: boolean; onLeave: () => void };

function MembershipItem({ membership, isLocked, onLeave }: MembershipItemProps) {
  const { t } = useTranslation(['organizations', 'shell']);
  const { name, description, logo, logoDark, roles, isMfaRequired } = membership;
  return (
    <Item
      label={name}
      title={name}
      icon={<Logo src={logo} srcDark={logoDark} name={name} />}
      mark={roles.map((role) => <Mark key={role.id}>{role.name}</Mark>)}
      actions={
        isLocked ? (
          <Locked>{t('shell:locked')}</Locked>
        ) : (
          <Button aria-label={t('leaveNamed', { name })} onClick={onLeave}>
            {t('leave')}
          </Button>
        )
      }
    >
      {description && <p>{description}</p>}
      {roles.length === 0 && <p>{t('noRoles')}</p>}
      {isMfaRequired && <p>{t('mfaRequired')}</p>}
    </Item>
  );
}
