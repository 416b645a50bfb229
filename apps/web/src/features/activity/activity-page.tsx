import type { ActivityItem, ActivityKind } from '@account/procedures/schemas';
import { getRouteApi } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { Card, Rows } from '../../ui/card.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import { Page } from '../../ui/page.tsx';
import { groupByDay } from './days.ts';
import { EventItem } from './event-item.tsx';
import { KindChoice } from './kind-choice.tsx';
import { More } from './more.tsx';
import { useActivity } from './use-activity.ts';

const route = getRouteApi('/shell/activity');

/** Everything that happened to the account, newest first. */
export function ActivityPage() {
  const { t } = useTranslation(['activity', 'shell']);
  const { show: kind = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (chosen: ActivityKind) =>
    void navigate({ search: chosen === 'all' ? {} : { show: chosen }, replace: true });
  return (
    <Page title={t('title')} product={t('shell:product')} intro={t('intro')}>
      <KindChoice kind={kind} onChange={show} />
      <Feed key={kind} kind={kind} />
    </Page>
  );
}

function Feed({ kind }: { kind: ActivityKind }) {
  const { t } = useTranslation('activity');
  const { items, ...more } = useActivity(kind);
  if (items.length === 0 && !more.hasMore) {
    return <Nothing icon={<History className="size-5" />} title={t('none.title')} text={t('none.text')} />;
  }
  return (
    <>
      {groupByDay(items, Date.now()).map(({ at, daysAgo, items }) => (
        <DayCard key={daysAgo} {...{ at, daysAgo, items }} />
      ))}
      <More {...more} isEmpty={items.length === 0} />
    </>
  );
}

type DayCardProps = { at: number; daysAgo: number; items: readonly ActivityItem[] };

function DayCard({ at, daysAgo, items }: DayCardProps) {
  const { t } = useTranslation('activity');
  const locale = useLocale();
  const title = daysAgo === 0 ? t('today') : daysAgo === 1 ? t('yesterday') : formatDay(at, locale);
  return (
    <Card title={title}>
      <Rows>
        {items.map((item) => (
          <EventItem key={item.id} item={item} />
        ))}
      </Rows>
    </Card>
  );
}
