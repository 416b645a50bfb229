import { describe, expect, it } from 'vitest';
import { dayRange, daysOf, endOf, firstChoice, isSoon } from './lifetime.ts';

const lateEvening = new Date(2026, 2, 27, 23, 50).getTime();
const earlyMorning = new Date(2026, 2, 27, 0, 10).getTime();

describe('the lifetime of a token', () => {
  it.each([lateEvening, earlyMorning])('until a day counts days of the calendar, at any hour', (now) => {
    expect(daysOf({ choice: 'day', day: '2026-03-28' }, now)).toBe(1);
    expect(daysOf({ choice: 'day', day: '2026-04-27' }, now)).toBe(31);
    expect(daysOf({ choice: 'day', day: '2026-03-27' }, now)).toBe(0);
  });

  it('ends on the day that was chosen', () => {
    const days = daysOf({ choice: 'day', day: '2027-01-15' }, lateEvening);
    expect(new Date(endOf(days ?? 0, lateEvening)).getDate()).toBe(15);
  });

  it('is unknown as long as no day is chosen', () => {
    expect(daysOf({ choice: 'day', day: '' }, lateEvening)).toBeUndefined();
  });

  it('has no end only when that is chosen', () => {
    expect(daysOf({ choice: 'never', day: '' }, lateEvening)).toBeNull();
    expect(daysOf({ choice: '90', day: '' }, lateEvening)).toBe(90);
  });

  it('can be chosen from tomorrow to the longest that the operator allows', () => {
    expect(dayRange(30, lateEvening)).toEqual({ min: '2026-03-28', max: '2026-04-26' });
  });

  it('begins with a month where that is offered', () => {
    expect(firstChoice([7, 30, 90])).toBe('30');
    expect(firstChoice([7])).toBe('7');
    expect(firstChoice([])).toBe('day');
  });

  it('is over soon in its last week', () => {
    expect(isSoon(endOf(7, 0), 0)).toBe(true);
    expect(isSoon(endOf(8, 0), 0)).toBe(false);
    expect(isSoon(endOf(-1, 0), 0)).toBe(false);
  });
});
