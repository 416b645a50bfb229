import { describe, expect, it } from 'vitest';
import { matchLanguage } from './match-language.ts';

const known = ['en', 'zh-TW'] as const;

describe('the language of the app', () => {
  it('is the first wish that it knows', () => {
    expect(matchLanguage(['fr', 'zh-TW', 'en'], known)).toBe('zh-TW');
  });

  it('ignores the region and the case', () => {
    expect(matchLanguage(['EN-gb'], known)).toBe('en');
  });

  it.each(['zh-Hant', 'zh-Hant-HK', 'zh-HK', 'zh-MO'])('is traditional Chinese for %s', (wish) => {
    expect(matchLanguage([wish, 'en'], known)).toBe('zh-TW');
  });

  it.each(['zh-CN', 'zh-Hans-SG', 'zh'])('is never traditional Chinese for %s', (wish) => {
    expect(matchLanguage([wish, 'en'], known)).toBe('en');
  });

  it('is open when no wish can be fulfilled', () => {
    expect(matchLanguage(['fr', 'de'], known)).toBeUndefined();
  });
});
