import type { ActivityItem } from '@account/procedures/schemas';
import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EventIcon } from '../../lib/event-icon.tsx';
import { formatMoment, formatTime } from '../../lib/format.ts';
import { useEventWords } from '../../lib/use-event-words.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { rowClass } from '../../ui/card.tsx';
import { Mark } from '../../ui/item.tsx';
import { Parts } from '../../ui/parts.tsx';
import { NotYou } from './not-you.tsx';

/** One event: a sentence, and on demand everything that is known of it. */
export function EventItem({ item }: { item: ActivityItem }) {
  const { t } = useTranslation('activity');
  const locale = useLocale();
  const words = useEventWords();
  const subject = words.subject(item);
  const time = <time dateTime={new Date(item.at).toISOString()}>{formatTime(item.at, locale)}</time>;
  const about = [time, item.application?.name, words.device(item), item.place];
  return (
    <li>
      <details className="group">
        <summary
          className={`${rowClass} flex cursor-pointer list-none items-center gap-4 hover:bg-hover focus-visible:-outline-offset-2 [&::-webkit-details-marker]:hidden`}
        >
          <EventIcon item={item} />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{words.sentence(item)}</span>
              {item.outcome === 'refused' && <Mark tone="danger">{t('refused')}</Mark>}
            </span>
            {subject && (
              <span className="block text-sm wrap-anywhere">
                <bdi>{subject}</bdi>
              </span>
            )}
            <span className="block text-sm text-soft wrap-anywhere">
              <Parts parts={about} />
            </span>
          </span>
          <ChevronDown
            aria-hidden="true"
            className="size-5 shrink-0 text-soft transition-transform group-open:rotate-180"
          />
        </summary>
        <Facts item={item} />
      </details>
    </li>
  );
}

function Facts({ item }: { item: ActivityItem }) {
  const { t } = useTranslation('activity');
  const locale = useLocale();
  const words = useEventWords();
  const reason = words.reason(item);
  const facts = [
    { label: t('time'), value: formatMoment(item.at, locale) },
    { label: t('who'), value: item.by === 'you' ? undefined : t(`by.${item.by}`) },
    { label: t('app'), value: item.application?.name },
    { label: t('deviceLabel'), value: words.device(item) },
    { label: t('place'), value: item.place },
    { label: t('network'), value: item.network },
  ].filter(({ value }) => value);
  return (
    <div className={`${rowClass} flex flex-col gap-4 ps-18! pt-2 pb-5 max-sm:ps-4!`}>
      {reason && <p>{t('because', { reason })}</p>}
      <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[6rem_minmax(0,1fr)]">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-soft max-sm:not-first:mt-2">{label}</dt>
            <dd className="wrap-anywhere">
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <NotYou />
    </div>
  );
}
