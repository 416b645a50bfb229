import type { ActivityItem } from '@account/procedures/schemas';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { withoutEchoes } from '../../lib/echoes.ts';
import { EventIcon } from '../../lib/event-icon.tsx';
import { Moment } from '../../lib/moment.tsx';
import { trpc } from '../../lib/trpc.ts';
import { useEventWords } from '../../lib/use-event-words.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Card, Rows } from '../../ui/card.tsx';
import { Item, Mark } from '../../ui/item.tsx';
import { Parts } from '../../ui/parts.tsx';
import { LineSkeletons } from '../../ui/skeleton.tsx';
import { NotLoaded } from './not-loaded.tsx';
import { recent } from './recent-query.ts';

const shown = 3;

/** The last things that happened. */
export function Recent() {
  const { t } = useTranslation(['overview', 'shell']);
  const { data, error, refetch } = trpc.activity.list.useQuery(recent);
  const items = data && withoutEchoes(data.items).slice(0, shown);
  if (items?.length === 0) return null;
  const all = (
    <Link to="/activity" className={buttonClass()}>
      {t('recent.all')}
    </Link>
  );
  return (
    <Card title={t('recent.title')} action={all}>
      {items ? (
        <Rows>
          {items.map((item) => (
            <Event key={item.id} item={item} />
          ))}
        </Rows>
      ) : error ? (
        <NotLoaded error={error} onRetry={() => void refetch()} />
      ) : (
        <LineSkeletons label={t('shell:loading')} lines={shown} />
      )}
    </Card>
  );
}

function Event({ item }: { item: ActivityItem }) {
  const { t } = useTranslation('activity');
  const words = useEventWords();
  const sentence = words.sentence(item);
  return (
    <Item
      label={sentence}
      title={sentence}
      icon={<EventIcon item={item} />}
      mark={item.outcome === 'refused' && <Mark tone="danger">{t('refused')}</Mark>}
    >
      <Parts
        parts={[<Moment key="at" at={item.at} />, words.subject(item), words.device(item), item.place]}
      />
    </Item>
  );
}
