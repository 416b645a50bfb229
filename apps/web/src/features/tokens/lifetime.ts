const dayMs = 86_400_000;

/** What the person chose: a number of days as text, a day of the calendar, or no end. */
export type Lifetime = { choice: string; day: string };

export const onDay = 'day';
export const never = 'never';

/** No lifetime is longer; the server's limit, for those whom the operator sets none. */
const longestDays = 3650;

export function firstChoice(presets: readonly number[]) {
  return String(presets.find((days) => days >= 30) ?? presets[0] ?? onDay);
}

/** The lifetime in days: `null` is for ever, `undefined` that no day is chosen yet. */
export function daysOf({ choice, day }: Lifetime, now: number): number | null | undefined {
  if (choice === never) return null;
  return choice === onDay ? daysUntil(day, now) : Number(choice);
}

/** From today to a day of this calendar (`2026-12-24`), whatever the hour is. */
function daysUntil(day: string, now: number) {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const today = new Date(now);
  // In UTC every day has 24 hours.
  const from = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  return Math.round((Date.UTC(year, month - 1, date) - from) / dayMs);
}

/** The days that can be chosen, as a date control takes them. */
export function dayRange(maxDays: number | null, now: number) {
  return { min: isoDay(now, 1), max: isoDay(now, maxDays ?? longestDays) };
}

function isoDay(now: number, days: number) {
  const today = new Date(now);
  const day = new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days));
  return day.toISOString().slice(0, 10);
}

export function endOf(days: number, now: number) {
  return now + days * dayMs;
}

export function isSoon(expiresAt: number, now: number) {
  return expiresAt > now && expiresAt - now <= 7 * dayMs;
}
