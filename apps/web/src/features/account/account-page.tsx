import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { LockNote, useLock } from '../../lib/access.tsx';
import { useResumable } from '../../lib/step-up/resume.ts';
import { trpc } from '../../lib/trpc.ts';
import { Button } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Item } from '../../ui/item.tsx';
import { Locked } from '../../ui/locked.tsx';
import { Page } from '../../ui/page.tsx';
import { Deactivate } from './deactivate.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { DownloadData } from './download-data.tsx';

const Which = z.enum(['deactivate', 'delete']);

/** What the person can take with them, and the ways out: for a while, or for good. */
export function AccountPage() {
  const { t } = useTranslation(['account', 'shell']);
  const [{ graceDays }] = trpc.lifecycle.get.useSuspenseQuery();
  const lock = useLock({ scope: 'account:delete' });
  const [open, setOpen] = useResumable('account.leave', Which);
  const action = (which: 'deactivate' | 'delete') =>
    lock ? (
      <Locked>{t('shell:locked')}</Locked>
    ) : (
      <Button look={which === 'delete' ? 'danger' : 'secondary'} onClick={() => setOpen(which)}>
        {t(`${which}.action`)}
      </Button>
    );
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      <DownloadData />
      <Card title={t('leave')} note={<LockNote lock={lock} />}>
        <Rows>
          <Item label={t('deactivate.name')} title={t('deactivate.name')} actions={action('deactivate')}>
            {t('deactivate.about')}
          </Item>
          <Item label={t('delete.name')} title={t('delete.name')} actions={action('delete')}>
            {graceDays > 0 ? t('delete.aboutGrace', { count: graceDays }) : t('delete.aboutNow')}
          </Item>
        </Rows>
      </Card>
      {open === 'deactivate' && <Deactivate onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteAccount onClose={() => setOpen(null)} />}
    </Page>
  );
}
