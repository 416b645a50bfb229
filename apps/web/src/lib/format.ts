/** A moment as a day. */
export function formatDay(time: number, locale: string) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(time);
}

/** A moment with its hour, in the time zone of this device. */
export function formatMoment(time: number, locale: string) {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** The person's phone number; it is kept as digits that begin with the country code. */
export function formatPhone(digits: string) {
  return `+${digits}`;
}
