import { expect, it } from 'vitest';
import { groupByDay } from './days.ts';

const at = (...parts: [number, number, number, number]) => new Date(...parts).getTime();

it('groups what happened by the days of the calendar, not by distances of 24 hours', () => {
  const now = at(2026, 2, 30, 1);
  const moments = [at(2026, 2, 30, 0), at(2026, 2, 29, 23), at(2026, 2, 29, 1), at(2026, 1, 28, 12)];
  const days = groupByDay(
    moments.map((moment) => ({ at: moment })),
    now,
  );
  expect(days.map(({ daysAgo, items }) => [daysAgo, items.length])).toEqual([
    [0, 1],
    [1, 2],
    [30, 1],
  ]);
});
