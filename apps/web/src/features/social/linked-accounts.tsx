import type { LinkedSocialAccount } from '@account/procedures/schemas';
import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LockNote } from '../../lib/access.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Item } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Logo } from '../../ui/logo.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Parts } from '../../ui/parts.tsx';
import { useProviderName } from './names.ts';
import type { SocialDialog } from './use-social-dialog.ts';

type LinkedAccountsProps = {
  linked: readonly LinkedSocialAccount[];
  isLocked: boolean;
  onAct: (dialog: SocialDialog) => void;
};

export function LinkedAccounts({ linked, isLocked, onAct }: LinkedAccountsProps) {
  const { t } = useTranslation('social');
  if (linked.length === 0)
    return (
      <Nothing icon={<Link2 className="size-5" />} title={t('nothing.title')} text={t('nothing.text')} />
    );
  return (
    <Card title={t('linked')} note={isLocked && <LockNote lock="readOnly" />}>
      <Rows>
        {linked.map((account) => (
          <LinkedItem key={account.target} {...{ account, isLocked, onAct }} />
        ))}
      </Rows>
    </Card>
  );
}

type LinkedItemProps = Omit<LinkedAccountsProps, 'linked'> & { account: LinkedSocialAccount };

function LinkedItem({ account, isLocked, onAct }: LinkedItemProps) {
  const { t } = useTranslation(['social', 'shell']);
  const { target, logo, logoDark, details, connectorId } = account;
  const name = useProviderName()(account.name);
  const actions = (
    <>
      {connectorId !== null && (
        <Button
          look="quiet"
          aria-label={t('replaceNamed', { name })}
          onClick={() => onAct({ act: 'replace', target })}
        >
          {t('replace')}
        </Button>
      )}
      <Button aria-label={t('unlinkNamed', { name })} onClick={() => onAct({ act: 'unlink', target })}>
        {t('unlink')}
      </Button>
    </>
  );
  return (
    <Item
      label={name}
      title={name}
      icon={<Logo src={logo} srcDark={logoDark} name={name} />}
      actions={isLocked ? <Locked>{t('shell:locked')}</Locked> : actions}
    >
      {details.name || details.email ? <Parts parts={[details.name, details.email]} /> : t('noDetails')}
    </Item>
  );
}
