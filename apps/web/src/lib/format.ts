import { dateTimeFormat, relativeTimeFormat } from './intl.ts';

/** A moment as a day. */
export function formatDay(time: number, locale: string) {
  return dateTimeFormat(locale, { dateStyle: 'long' }).format(time);
}

/** A moment with its hour, in the time zone of this device. */
export function formatMoment(time: number, locale: string) {
  return dateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(time);
}

/** The hour of a moment whose day is known. */
export function formatTime(time: number, locale: string) {
  return dateTimeFormat(locale, { timeStyle: 'short' }).format(time);
}

const units = [
  { unit: 'year', ms: 31_557_600_000 },
  { unit: 'month', ms: 2_629_800_000 },
  { unit: 'week', ms: 604_800_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

/** How far a moment is from now, in the largest unit that it fills: "3 days ago", "in 2 weeks", "now". */
export function formatRelative(time: number, locale: string, now = Date.now()) {
  // "1 day ago", not "yesterday": 30 hours back are the day before yesterday as often as not.
  const format = relativeTimeFormat(locale, { numeric: 'always' });
  const distance = time - now;
  for (const { unit, ms } of units) {
    // Rounded first: 59 minutes and 40 seconds are an hour, not 60 minutes.
    const whole = Math.round(Math.abs(distance) / ms);
    const fills = unit === 'minute' ? whole >= 1 : Math.abs(distance) >= ms * 0.99;
    if (fills) return format.format(Math.sign(distance) * whole, unit);
  }
  return relativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
}
