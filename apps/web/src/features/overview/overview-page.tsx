import type { AccountOverview } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '../../lib/format.ts';
import { trpc } from '../../lib/trpc.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Card, Empty, Row, Rows } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CheckUp } from './check-up.tsx';
import { EditLink } from './edit-link.tsx';
import { Recent } from './recent.tsx';

/** The first page: who am I here, and where do I go from here. */
export function OverviewPage() {
  const { t } = useTranslation(['overview', 'shell']);
  const [person] = trpc.account.overview.useSuspenseQuery();
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      <WhoAmI person={person} />
      <CheckUp />
      <Known person={person} />
      <Recent />
    </Page>
  );
}

type PersonProps = { person: AccountOverview };

function WhoAmI({ person }: PersonProps) {
  const { t } = useTranslation('overview');
  const locale = useLocale();
  const second = person.name ? (person.email ?? person.username) : null;
  const name = person.name ?? person.username ?? person.email;
  return (
    <section
      aria-label={t('you')}
      className="flex items-center gap-5 rounded-card border border-line bg-surface p-5 shadow-card max-sm:flex-col max-sm:text-center sm:p-6"
    >
      <Avatar src={person.avatar} name={name ?? ''} className="size-18 text-2xl" />
      <div className="min-w-0">
        <p className="text-xl font-semibold tracking-tight wrap-anywhere">
          <bdi>{name ?? t('unnamed')}</bdi>
        </p>
        {second && (
          <p className="text-soft wrap-anywhere">
            <bdi>{second}</bdi>
          </p>
        )}
        <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm text-soft max-sm:justify-center">
          <div className="flex flex-wrap gap-x-1.5 max-sm:justify-center">
            <dt>{t('memberSince')}</dt>
            <dd className="text-ink">{formatDay(person.createdAt, locale)}</dd>
          </div>
          <div className="flex flex-wrap gap-x-1.5 max-sm:justify-center">
            <dt>{t('lastSignIn')}</dt>
            <dd className="text-ink">
              {person.lastSignInAt ? formatMoment(person.lastSignInAt, locale) : t('never')}
            </dd>
          </div>
        </dl>
      </div>
    </section>
  );
}

/** What the operator has switched off is not shown as if the person had left it empty. */
function Known({ person }: PersonProps) {
  const { t } = useTranslation('overview');
  const rows = [
    { field: 'name', value: person.name },
    { field: 'email', value: person.email },
    { field: 'phone', value: person.phoneText },
    { field: 'username', value: person.username },
    { field: 'password', value: person.hasPassword ? t('passwordSet') : null },
  ] as const;
  return (
    <Card title={t('details')}>
      <Rows>
        {rows
          .filter(({ field }) => person.rights[field] !== 'Off')
          .map(({ field, value }) => (
            <Row
              key={field}
              label={t(field)}
              value={value ?? <Empty>{t('notSet')}</Empty>}
              action={person.rights[field] === 'Edit' && <EditLink field={field} isSet={value !== null} />}
            />
          ))}
        <Row
          label={t('userId')}
          value={<code className="text-sm">{person.id}</code>}
          action={<CopyId id={person.id} />}
        />
      </Rows>
    </Card>
  );
}

function CopyId({ id }: { id: string }) {
  const { t } = useTranslation('overview');
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    showToast({ text: t('copied') });
  };
  return (
    <Button aria-label={t('copyField', { field: t('userId') })} onClick={() => void copy()}>
      {t('copy')}
    </Button>
  );
}
