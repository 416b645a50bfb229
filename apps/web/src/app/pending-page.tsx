import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';
import { CardSkeletons } from '../ui/skeleton.tsx';

type PendingPageProps = {
  page:
    | 'overview'
    | 'profile'
    | 'signIn'
    | 'mfa'
    | 'social'
    | 'devices'
    | 'apps'
    | 'organizations'
    | 'tokens'
    | 'activity'
    | 'account';
  cards: readonly number[];
};

/** What is known of a page before its data: its heading, and the shape of the rest. */
export function PendingPage({ page, cards }: PendingPageProps) {
  const { t } = useTranslation([page, 'shell']);
  return (
    <Page title={t(`${page}:title`)} product={t('shell:product')} intro={t(`${page}:intro`)}>
      <CardSkeletons label={t('shell:loading')} cards={cards} />
    </Page>
  );
}
