import type { SocialAccounts } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { LockNote } from '../../lib/access.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Item } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Logo } from '../../ui/logo.tsx';
import { useProviderName } from './names.ts';
import type { SocialDialog } from './use-social-dialog.ts';

type LinkableAccountsProps = {
  accounts: SocialAccounts;
  isLocked: boolean;
  onAct: (dialog: SocialDialog) => void;
};

/** What can be linked; and what cannot, with the reason, because people look for it here. */
export function LinkableAccounts({ accounts, isLocked, onAct }: LinkableAccountsProps) {
  const { t } = useTranslation(['social', 'shell']);
  const nameOf = useProviderName();
  return (
    <Card title={t('more')} note={isLocked && <LockNote lock="readOnly" />}>
      <Rows>
        {accounts.linkable.map(({ connectorId, target, name, logo, logoDark }) => (
          <Item
            key={connectorId}
            label={nameOf(name)}
            title={nameOf(name)}
            icon={<Logo src={logo} srcDark={logoDark} name={nameOf(name)} />}
            actions={
              isLocked ? (
                <Locked>{t('shell:locked')}</Locked>
              ) : (
                <Button
                  aria-label={t('linkNamed', { name: nameOf(name) })}
                  onClick={() => onAct({ act: 'link', target })}
                >
                  {t('link')}
                </Button>
              )
            }
          />
        ))}
        {accounts.notLinkable.map(({ target, name, logo, logoDark, reason }) => (
          <Item
            key={target}
            label={nameOf(name)}
            title={nameOf(name)}
            icon={<Logo src={logo} srcDark={logoDark} name={nameOf(name)} />}
          >
            {t(`why.${reason}`, { name: nameOf(name) })}
          </Item>
        ))}
      </Rows>
    </Card>
  );
}
