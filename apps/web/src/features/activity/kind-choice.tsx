import { ActivityKind } from '@account/procedures/schemas';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

type KindChoiceProps = { kind: ActivityKind; onChange: (kind: ActivityKind) => void };

/** Which part of the feed is shown. */
export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useTranslation('activity');
  const name = useId();
  return (
    <fieldset className="max-w-full self-start">
      <legend className="sr-only">{t('kinds.label')}</legend>
      <div className="flex flex-wrap gap-1 rounded-control bg-sunken p-1">
        {ActivityKind.options.map((option) => (
          <label
            key={option}
            className="flex min-h-8 cursor-pointer items-center justify-center rounded-md px-4 text-center text-sm text-soft has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent forced-colors:has-checked:border"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={kind === option}
              onChange={() => onChange(option)}
            />
            {t(`kinds.${option}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
