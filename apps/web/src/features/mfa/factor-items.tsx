import type { MfaVerification } from '@account/procedures/schemas';
import { type LucideIcon, ScrollText, Smartphone } from 'lucide-react';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Moment } from '../../lib/moment.tsx';
import { Button } from '../../ui/button.tsx';
import { Item, Mark } from '../../ui/item.tsx';
import { useFactorName } from './factor-name.ts';
import { areFew, type Factors } from './factors.ts';
import { TaskLink } from './task-link.tsx';

export type ItemProps = { factors: Factors; isLocked: boolean; onRemove: (id: string) => void };

export function AppItem({ factors, isLocked, onRemove }: ItemProps) {
  const { t } = useTranslation('mfa');
  const { app, offers } = factors;
  const name = t('app');
  if (!app && !offers('Totp')) return null;
  return (
    <Item
      label={name}
      title={name}
      icon={<Icon of={Smartphone} />}
      mark={app && <NotAsked factors={factors} factor={app} />}
      actions={
        !isLocked && (
          <>
            {offers('Totp') && (
              <TaskLink task="app" label={t(app ? 'replaceOf' : 'setUpOf', { factor: name })}>
                {t(app ? 'replace' : 'setUp')}
              </TaskLink>
            )}
            {app && <RemoveButton {...{ factors, factor: app, onRemove }} />}
          </>
        )
      }
    >
      {app ? <Facts factors={factors} factor={app} /> : t('appText')}
    </Item>
  );
}

export function CodesItem({ factors, isLocked, onRemove }: ItemProps) {
  const { t } = useTranslation('mfa');
  const { codes, canHaveCodes } = factors;
  const name = t('backupCodes');
  const count = codes?.remainingCodes ?? 0;
  return (
    <Item
      label={name}
      title={name}
      icon={<Icon of={ScrollText} />}
      mark={codes && <Mark tone={areFew(codes) ? 'warning' : 'plain'}>{t('left', { count })}</Mark>}
      actions={
        !isLocked && (
          <>
            {canHaveCodes && <TaskLink task="codes">{t(codes ? 'newCodes' : 'createCodes')}</TaskLink>}
            {codes && <RemoveButton {...{ factors, factor: codes, onRemove }} />}
          </>
        )
      }
    >
      {codes ? (
        <Facts factors={factors} factor={codes} />
      ) : (
        t(canHaveCodes ? 'backupCodesText' : 'needsFactor')
      )}
    </Item>
  );
}

export function Icon({ of: Drawing }: { of: LucideIcon }) {
  return (
    <span className="inline-flex size-10 shrink-0 items-center justify-center self-start rounded-control bg-sunken text-soft">
      <Drawing aria-hidden="true" className="size-5" />
    </span>
  );
}

type FactorProps = { factors: Factors; factor: MfaVerification };

export function NotAsked({ factors, factor }: FactorProps): ReactNode {
  const { t } = useTranslation('mfa');
  return factors.isIdle(factor) && <Mark>{t('notAsked')}</Mark>;
}

/** Since when, how lately used, and what keeps it from being asked for or removed. */
export function Facts({ factors, factor }: FactorProps) {
  const { t } = useTranslation('mfa');
  const { createdAt, lastUsedAt } = factor;
  return (
    <>
      <p className="flex flex-wrap gap-x-3">
        <span>
          <Trans t={t} i18nKey="since" components={{ at: <Moment at={createdAt} /> }} />
        </span>
        {lastUsedAt !== undefined && (
          <span>
            <Trans t={t} i18nKey="lastUsed" components={{ at: <Moment at={lastUsedAt} /> }} />
          </span>
        )}
      </p>
      {factors.isIdle(factor) && <p>{t('notAskedText')}</p>}
      {factors.isRequired(factor) && <p>{t('last')}</p>}
    </>
  );
}

type RemoveButtonProps = FactorProps & Pick<ItemProps, 'onRemove'>;

export function RemoveButton({ factors, factor, onRemove }: RemoveButtonProps) {
  const { t } = useTranslation('mfa');
  const name = useFactorName()(factor);
  if (factors.isRequired(factor)) return null;
  return (
    <Button look="danger" aria-label={t('removeOf', { factor: name })} onClick={() => onRemove(factor.id)}>
      {t('remove')}
    </Button>
  );
}
