/** Things of one day of this device's calendar. `daysAgo` is 0 for today. */
export type Day<Item> = { at: number; daysAgo: number; items: Item[] };

/** Groups what is ordered by time into days, in the same order. */
export function groupByDay<Item extends { at: number }>(items: readonly Item[], now: number): Day<Item>[] {
  const days: Day<Item>[] = [];
  for (const item of items) {
    const daysAgo = dayNumber(now) - dayNumber(item.at);
    const last = days.at(-1);
    if (last?.daysAgo === daysAgo) last.items.push(item);
    else days.push({ at: item.at, daysAgo, items: [item] });
  }
  return days;
}

/** In UTC every day has 24 hours. */
function dayNumber(time: number) {
  const day = new Date(time);
  return Math.floor(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000);
}
