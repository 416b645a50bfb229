import type { ProfileField } from '@account/procedures/schemas';
import { type ComponentProps, useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '../../lib/use-locale.ts';
import { type Choice, deviceZone, languageChoices, zoneChoices, zoneName } from './choices.ts';
import { useGenderWord, useGenderWords } from './use-gender-word.ts';

type SelectProps = Omit<ComponentProps<'select'>, 'value'> & { value: string };

export function OptionSelect({
  options,
  isGender,
  ...props
}: SelectProps & { options: NonNullable<ProfileField['config']['options']>; isGender: boolean }) {
  const genderWord = useGenderWord();
  const wordOf = (value: string) => (isGender && genderWord(value)) || value;
  const choices = options.map(({ value, label }) => ({ value, label: label ?? wordOf(value) }));
  return (
    <select {...props}>
      <Unset />
      <Options choices={choices} />
    </select>
  );
}

type GenderInputProps = ComponentProps<'input'> & { value: string; onText: (text: string) => void };

/** Free text, because people have more words for it than a list; the usual values are offered and shown as words. */
export function GenderInput({ value, onText, ...props }: GenderInputProps) {
  const genderWord = useGenderWord();
  const { words, toValue } = useGenderWords();
  const id = useId();
  return (
    <>
      <input
        {...props}
        type="text"
        list={id}
        value={genderWord(value) ?? value}
        onChange={({ target }) => onText(toValue(target.value))}
      />
      <datalist id={id}>
        {words.map((word) => (
          <option key={word} value={word} />
        ))}
      </datalist>
    </>
  );
}

export function LanguageSelect(props: SelectProps) {
  const locale = useLocale();
  const choices = useMemo(() => languageChoices(locale, props.value), [locale, props.value]);
  return (
    <select {...props}>
      <Unset />
      <Options choices={choices} />
    </select>
  );
}

/** The zone of this device comes first: it is nearly always the one that is wanted. */
export function ZoneSelect(props: SelectProps) {
  const { t } = useTranslation('profile');
  const locale = useLocale();
  const groups = useMemo(() => zoneChoices(locale, props.value), [locale, props.value]);
  const here = deviceZone();
  return (
    <select {...props}>
      <Unset />
      {here !== props.value && (
        <optgroup label={t('thisDevice')}>
          <option value={here}>{zoneName(here, locale)}</option>
        </optgroup>
      )}
      {groups.map(({ group, choices }) => (
        <optgroup key={group} label={group || t('otherChoices')}>
          <Options choices={choices.filter(({ value }) => value !== here || here === props.value)} />
        </optgroup>
      ))}
    </select>
  );
}

function Unset() {
  return <option value="">{useTranslation('profile').t('choose')}</option>;
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return choices.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
}
