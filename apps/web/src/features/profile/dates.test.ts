import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatDate, fromIsoDate, isNumericPattern, toIsoDate } from './dates.ts';

const patterns = ['yyyy-MM-dd', 'MM/dd/yyyy', 'dd/MM/yyyy', 'dd.MM.yyyy', 'yyyyMMdd'];

afterEach(() => vi.unstubAllEnvs());

describe('dates of a profile', () => {
  it.each(patterns)('go through the date control and back unchanged (%s)', (pattern) => {
    expect(isNumericPattern(pattern)).toBe(true);
    const text = fromIsoDate('1990-12-10', pattern);
    expect(toIsoDate(text, pattern)).toBe('1990-12-10');
  });

  it('keep the order of the pattern', () => {
    expect(fromIsoDate('1990-12-10', 'MM/dd/yyyy')).toBe('12/10/1990');
    expect(fromIsoDate('1990-12-10', 'dd/MM/yyyy')).toBe('10/12/1990');
  });

  it.each(['MMM d, yyyy', 'yyyy', 'dd/MM/yy', 'd/M/yyyy', 'yyyy-MM-dd HH'])(
    'are typed when the control cannot write them (%s)',
    (pattern) => {
      expect(isNumericPattern(pattern)).toBe(false);
    },
  );

  it('stay empty when they are empty or follow another pattern', () => {
    expect(fromIsoDate('', 'dd/MM/yyyy')).toBe('');
    expect(toIsoDate('', 'dd/MM/yyyy')).toBe('');
    expect(toIsoDate('1990-12-10', 'dd/MM/yyyy')).toBe('');
  });

  it.each(['UTC', 'America/Los_Angeles', 'Pacific/Auckland'])(
    'are shown in the words of the language, on the same day in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(formatDate('10/12/1990', 'dd/MM/yyyy', 'en-GB')).toBe('10 December 1990');
      expect(formatDate('1990-12-10', 'yyyy-MM-dd', 'zh-TW')).toBe('1990年12月10日');
    },
  );

  it('are shown as they are stored when they are no date', () => {
    expect(formatDate('long ago', 'yyyy-MM-dd', 'en')).toBe('long ago');
    expect(formatDate('1990-13-45', 'yyyy-MM-dd', 'en')).toBe('1990-13-45');
  });
});
