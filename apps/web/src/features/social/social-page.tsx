import type { SocialAccounts } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { ClosedPage, useLock } from '../../lib/access.tsx';
import { trpc } from '../../lib/trpc.ts';
import { Page } from '../../ui/page.tsx';
import { CompanyAccounts } from './company-accounts.tsx';
import { LinkableAccounts } from './linkable-accounts.tsx';
import { LinkedAccounts } from './linked-accounts.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { SocialDialogs } from './social-dialogs.tsx';
import { useSocialDialog } from './use-social-dialog.ts';

/** Accounts elsewhere that sign the person in here: social ones, and those of a company. */
export function SocialPage() {
  const { t } = useTranslation(['social', 'shell']);
  const lock = useLock({ field: 'social', scope: 'account:identities' });
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      {lock === 'notAllowed' && <ClosedPage lock={lock} />}
      {lock === 'off' && <OnlyCompany />}
      {(lock === undefined || lock === 'readOnly') && <All isLocked={lock === 'readOnly'} />}
    </Page>
  );
}

function OnlyCompany() {
  const [companies] = trpc.enterprise.list.useSuspenseQuery();
  return companies.length > 0 ? <CompanyAccounts identities={companies} /> : <ClosedPage lock="off" />;
}

function All({ isLocked }: { isLocked: boolean }) {
  const [accounts] = trpc.social.list.useSuspenseQuery();
  const [companies] = trpc.enterprise.list.useSuspenseQuery();
  const [dialog, setDialog] = useSocialDialog();
  return (
    <>
      <OutcomeNotice accounts={accounts} />
      <LinkedAccounts linked={accounts.linked} isLocked={isLocked} onAct={setDialog} />
      {hasMore(accounts) && <LinkableAccounts accounts={accounts} isLocked={isLocked} onAct={setDialog} />}
      {companies.length > 0 && <CompanyAccounts identities={companies} />}
      {dialog && <SocialDialogs accounts={accounts} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

function hasMore({ linkable, notLinkable }: SocialAccounts) {
  return linkable.length + notLinkable.length > 0;
}
