import type { Token } from '@account/procedures/schemas';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format.ts';
import { Moment } from '../../lib/moment.tsx';
import { useLocale } from '../../lib/use-locale.ts';
import { Button } from '../../ui/button.tsx';
import { Item, Mark } from '../../ui/item.tsx';
import { DeleteToken } from './delete-token.tsx';
import { isSoon } from './lifetime.ts';
import { RenameToken } from './rename-token.tsx';

/** One token: its name, how long it works, and what can be done with it. */
export function TokenItem({ token }: { token: Token }) {
  const { t } = useTranslation('tokens');
  const [open, setOpen] = useState<'rename' | 'delete' | null>(null);
  const rename = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (open === null && wasRenaming.current) rename.current?.focus();
    wasRenaming.current = open === 'rename';
  }, [open]);

  const close = () => setOpen(null);
  if (open === 'rename') return <RenameToken name={token.name} onClose={close} />;
  const { name } = token;
  return (
    <Item
      label={name}
      title={name}
      mark={<Expiry token={token} />}
      actions={
        <>
          <Button ref={rename} aria-label={t('renameToken', { name })} onClick={() => setOpen('rename')}>
            {t('rename')}
          </Button>
          <Button look="danger" aria-label={t('deleteToken', { name })} onClick={() => setOpen('delete')}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <Facts token={token} />
      {open === 'delete' && <DeleteToken token={token} onClose={close} />}
    </Item>
  );
}

function Expiry({ token: { expiresAt, isExpired } }: { token: Token }) {
  const { t } = useTranslation('tokens');
  if (isExpired) return <Mark tone="danger">{t('expired')}</Mark>;
  if (expiresAt === null) return <Mark tone="warning">{t('endless')}</Mark>;
  return isSoon(expiresAt, Date.now()) ? <Mark tone="warning">{t('soon')}</Mark> : null;
}

function Facts({ token: { createdAt, expiresAt, isExpired } }: { token: Token }) {
  const { t } = useTranslation('tokens');
  const locale = useLocale();
  return (
    <>
      {expiresAt !== null && (
        <div>
          {t(isExpired ? 'expiredOn' : 'expiresOn', { day: formatDay(expiresAt, locale) })}{' '}
          <span className="whitespace-nowrap">
            (<Moment at={expiresAt} />)
          </span>
        </div>
      )}
      <div>{t('createdOn', { day: formatDay(createdAt, locale) })}</div>
    </>
  );
}
