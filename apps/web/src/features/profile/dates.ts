import { dateTimeFormat } from '../../lib/intl.ts';

/** The three parts that a pattern must have, once each, to be turned into the browser's own date control. */
const parts = { yyyy: '(?<year>\\d{4})', MM: '(?<month>\\d{2})', dd: '(?<day>\\d{2})' };

export const isoPattern = 'yyyy-MM-dd';

/** Whether a date of this pattern can be chosen in the browser's own control. */
export function isNumericPattern(pattern: string) {
  const rest = Object.keys(parts).reduce((text, part) => text.replace(part, ''), pattern);
  return pattern.length === rest.length + 8 && !/\p{L}/u.test(rest);
}

/** `31/12/1999` of `dd/MM/yyyy` as `1999-12-31`; empty when the text does not follow the pattern. */
export function toIsoDate(text: string, pattern: string) {
  const escaped = pattern.replace(/[^a-z]/gi, (sign) => `\\${sign}`);
  const expression = Object.entries(parts).reduce(
    (source, [part, digits]) => source.replace(part, digits),
    escaped,
  );
  const { year, month, day } = new RegExp(`^${expression}$`).exec(text)?.groups ?? {};
  return year && month && day ? `${year}-${month}-${day}` : '';
}

/** The way back; an empty date stays empty. */
export function fromIsoDate(iso: string, pattern: string) {
  const [year, month, day] = iso.split('-');
  if (!year || !month || !day) return '';
  return pattern.replace('yyyy', year).replace('MM', month).replace('dd', day);
}

/** A stored date in the person's words; a text that is no date of the pattern stays as it is. */
export function formatDate(text: string, pattern: string, locale: string) {
  const iso = isNumericPattern(pattern) ? toIsoDate(text, pattern) : '';
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return text;
  // A date without an hour belongs to no time zone: read and written in the same one, it cannot shift by a day.
  return dateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(time);
}
