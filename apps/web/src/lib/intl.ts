/** What `Intl` makes, each once: to make one takes longer than all that it then writes. */
export const dateTimeFormat = remembered(Intl.DateTimeFormat);
export const displayNames = remembered(Intl.DisplayNames);
export const listFormat = remembered(Intl.ListFormat);
export const numberFormat = remembered(Intl.NumberFormat);
export const relativeTimeFormat = remembered(Intl.RelativeTimeFormat);

function remembered<Options, Made>(Maker: new (locale: string, options: Options) => Made) {
  const all = new Map<string, Made>();
  return (locale: string, options: Options) => {
    const key = JSON.stringify([locale, options]);
    const made = all.get(key) ?? new Maker(locale, options);
    all.set(key, made);
    return made;
  };
}

/** A country that is kept as its code is shown by its name. */
export function countryName(text: string, locale: string) {
  if (!/^[A-Z]{2}$/.test(text)) return text;
  return displayNames(locale, { type: 'region' }).of(text) ?? text;
}
