import type { Profile, ProfileField } from '@account/procedures/schemas';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName, numberFormat } from '../../lib/intl.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Empty } from '../../ui/card.tsx';
import { languageName, zoneName } from './choices.ts';
import { formatDate, isoPattern } from './dates.ts';
import { inputsOf, storedText } from './inputs.ts';
import { useGenderWord } from './use-gender-word.ts';

type FieldValueProps = { profile: Profile; field: ProfileField; initialsOf: string };

/** A stored value, as people write it. */
export function FieldValue({ profile, field, initialsOf }: FieldValueProps) {
  const { t } = useTranslation('profile');
  const locale = useLocale();
  const genderWord = useGenderWord();
  const texts = inputsOf(field)
    .map(({ path, name }) => readable(name, storedText(profile, path), locale))
    .filter(Boolean);
  if (field.group === 'avatar') return <Picture src={texts[0] ?? null} initialsOf={initialsOf} />;
  const [text] = texts;
  if (text === undefined) return <Empty>{t('notSet')}</Empty>;
  if (field.type === 'Address') return <Lines lines={texts} />;
  if (field.type === 'Fullname') return <bdi>{joinName(texts)}</bdi>;
  if (field.type === 'Checkbox') return <>{t(text === 'true' ? 'yes' : 'no')}</>;
  const word = field.name === 'gender' ? genderWord(text) : undefined;
  return <bdi>{optionLabel(field, text) ?? word ?? single(field, text, locale)}</bdi>;
}

function optionLabel({ config }: ProfileField, text: string) {
  return config.options?.find(({ value }) => value === text)?.label;
}

function single({ type, config }: ProfileField, text: string, locale: string): ReactNode {
  switch (type) {
    case 'Date':
      return formatDate(text, config.format ?? isoPattern, locale);
    case 'TimeZone':
      return zoneName(text, locale);
    case 'Language':
      return languageName(text, locale);
    case 'Number':
      return Number.isFinite(Number(text)) ? numberFormat(locale, {}).format(Number(text)) : text;
    case 'Url':
      return <WebLink address={text} />;
    default:
      return text;
  }
}

function Picture({ src, initialsOf }: { src: string | null; initialsOf: string }) {
  const { t } = useTranslation('profile');
  return (
    <div className="flex items-center gap-3">
      <Avatar src={src} name={initialsOf} className="size-12 text-base" />
      {src ? <span>{t('pictureSet')}</span> : <span className="text-soft">{t('initials')}</span>}
    </div>
  );
}

function readable(name: string, text: string, locale: string) {
  return name === 'country' ? countryName(text, locale) : text;
}

function Lines({ lines }: { lines: readonly string[] }) {
  return lines.map((line, index) => (
    <div key={index}>
      <bdi>{line}</bdi>
    </div>
  ));
}

const eastAsian = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

/** Chinese and Korean names are written without a space between their parts. */
function joinName(parts: readonly string[]) {
  return parts.join(parts.every((part) => eastAsian.test(part)) ? '' : ' ');
}

/** Only an address of the web becomes a link: a stored `javascript:` must stay a text. */
function WebLink({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <>{address}</>;
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer nofollow"
      className="text-accent underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
    >
      {address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')}
    </a>
  );
}
