import { describe, expect, it } from 'vitest';
import { formatRelative } from './format.ts';

const now = Date.UTC(2026, 0, 31, 12);
const day = 86_400_000;

describe('how far away a moment is', () => {
  it.each([
    [0, 'now'],
    [-20_000, 'now'],
    [-3 * 60_000, '3 minutes ago'],
    [-59.7 * 60_000, '1 hour ago'],
    [-26 * 3_600_000, '1 day ago'],
    [3 * day, 'in 3 days'],
    [7 * day - 60_000, 'in 1 week'],
    [30 * day, 'in 4 weeks'],
    [90 * day, 'in 3 months'],
    [365 * day, 'in 1 year'],
    [730 * day, 'in 2 years'],
  ])('%d ms is "%s"', (distance, text) => {
    expect(formatRelative(now + distance, 'en', now)).toBe(text);
  });

  it('is said in the language of the person', () => {
    expect(formatRelative(now - 3 * day, 'zh-TW', now)).toBe('3 天前');
  });
});
