import { displayNames } from '../../lib/intl.ts';

export type Choice = { value: string; label: string };

/** What people set as their language; any other tag that is stored already is kept. */
const languageTags =
  'af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IE en-IN en-NZ en-US es es-419 es-MX et eu fa fi fil fr fr-BE fr-CA fr-CH ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nl-BE nn pa pl pt pt-BR pt-PT ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh-CN zh-HK zh-TW'.split(
    ' ',
  );

export function languageName(tag: string, locale: string) {
  try {
    return displayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

export function languageChoices(locale: string, current: string): Choice[] {
  const choices = withCurrent(languageTags, current).map((value) => ({
    value,
    label: languageName(value, locale),
  }));
  return choices.sort((one, other) => one.label.localeCompare(other.label, locale));
}

/** `Asia/Taipei` as `Taipei (GMT+8)`; an unknown zone stays as it is. */
export function zoneName(zone: string, locale: string) {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  try {
    const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' });
    const offset = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value;
    return offset ? `${city} (${offset})` : city;
  } catch {
    return zone;
  }
}

/** All time zones by continent, as the browser knows them. */
export function zoneChoices(locale: string, current: string): { group: string; choices: Choice[] }[] {
  const zones = withCurrent(Intl.supportedValuesOf('timeZone'), current);
  const groups = new Map<string, Choice[]>();
  for (const value of zones) {
    const group = value.includes('/') ? (value.split('/')[0] ?? '') : '';
    groups.set(group, [...(groups.get(group) ?? []), { value, label: zoneName(value, locale) }]);
  }
  return [...groups].map(([group, choices]) => ({ group, choices }));
}

export function deviceZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function withCurrent(values: readonly string[], current: string) {
  return current && !values.includes(current) ? [current, ...values] : [...values];
}
