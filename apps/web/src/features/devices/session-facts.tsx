import type { Session } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../lib/format.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { useLabels } from './labels.ts';

/** What may help somebody to tell whether it was them. */
export function SessionFacts({ session }: { session: Session }) {
  const { t } = useTranslation('devices');
  const locale = useLocale();
  const { placeName, appNames } = useLabels();
  const facts = [
    { name: t('facts.signedIn'), text: formatMoment(session.signedInAt, locale) },
    { name: t('facts.place'), text: placeName(session.place) },
    { name: t('facts.network'), text: session.network },
    { name: t('facts.apps'), text: appNames(session) },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 rounded-control bg-sunken px-3 py-2.5 text-sm">
      {facts
        .filter(({ text }) => text)
        .map(({ name, text }) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-ink wrap-anywhere">
              <bdi>{text}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  );
}
