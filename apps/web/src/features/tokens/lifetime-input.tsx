import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { controlClass, Field } from '../../ui/field.tsx';
import { dayRange, daysOf, endOf, type Lifetime, never, onDay } from './lifetime.ts';

type LifetimeInputProps = {
  presetsDays: readonly number[];
  maxDays: number | null;
  lifetime: Lifetime;
  error: string | undefined;
  onChange: (lifetime: Lifetime) => void;
};

/** How long a token works: one of the usual lifetimes, a day of the calendar, or for ever where that is allowed. */
export function LifetimeInput({ presetsDays, maxDays, lifetime, error, onChange }: LifetimeInputProps) {
  const { t } = useTranslation('tokens');
  const isOnDay = lifetime.choice === onDay;
  const words = <InWords lifetime={lifetime} />;
  return (
    <>
      <Field label={t('new.lifetime')} hint={isOnDay ? undefined : words} error={isOnDay ? undefined : error}>
        {(control) => (
          <select
            {...control}
            className={controlClass}
            value={lifetime.choice}
            onChange={({ target }) => onChange({ ...lifetime, choice: target.value })}
          >
            {presetsDays.map((days) => (
              <option key={days} value={days}>
                {days === 365 ? t('new.year') : t('new.days', { count: days })}
              </option>
            ))}
            <option value={onDay}>{t('new.onDay')}</option>
            {maxDays === null && <option value={never}>{t('new.never')}</option>}
          </select>
        )}
      </Field>
      {isOnDay && (
        <Field label={t('new.day')} hint={words} error={error}>
          {(control) => (
            <input
              {...control}
              {...dayRange(maxDays, Date.now())}
              type="date"
              className={controlClass}
              value={lifetime.day}
              onChange={({ target }) => onChange({ ...lifetime, day: target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

function InWords({ lifetime }: { lifetime: Lifetime }) {
  const { t } = useTranslation('tokens');
  const locale = useLocale();
  const now = Date.now();
  const days = daysOf(lifetime, now);
  if (days === undefined || (days !== null && days < 1)) return null;
  if (days !== null) return t('new.until', { day: formatDay(endOf(days, now), locale) });
  return (
    <span className="flex items-start gap-1.5 text-warning">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      {t('new.neverWarning')}
    </span>
  );
}
