import type { Token } from '@account/procedures/schemas';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { formatDay } from '../../lib/format.ts';
import { Moment } from '../../lib/moment.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { Button } from '../../ui/button.tsx';
import { Item, Mark } from '../../ui/item.tsx';
import { DeleteToken } from './delete-token.tsx';
import { isSoon } from './lifetime.ts';
import { RenameToken } from './rename-token.tsx';

/** One token: its name, how long it works, and what can be done with it. */
export function TokenItem({ token }: { token: Token }) {
  const { t } = useTranslation('tokens');
  const { name } = token;
  const [isRenaming, setRenaming] = useState(false);
  const [removing, setRemoving] = useResumable('token.remove', z.literal(name));
  const rename = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    if (wasRenaming.current && !isRenaming) rename.current?.focus();
    wasRenaming.current = isRenaming;
  }, [isRenaming]);

  if (isRenaming) return <RenameToken name={name} onClose={() => setRenaming(false)} />;
  return (
    <Item
      label={name}
      title={name}
      mark={<Expiry token={token} />}
      actions={
        <>
          <Button ref={rename} aria-label={t('renameToken', { name })} onClick={() => setRenaming(true)}>
            {t('rename')}
          </Button>
          <Button look="danger" aria-label={t('deleteToken', { name })} onClick={() => setRemoving(name)}>
            {t('delete')}
          </Button>
          {removing !== null && <DeleteToken token={token} onClose={() => setRemoving(null)} />}
        </>
      }
    >
      <Facts token={token} />
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
