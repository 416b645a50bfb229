import { describe, expect, it } from 'vitest';
import { matchLanguage } from './match-language.ts';

const known = ['en', 'zh-TW', 'zh-CN', 'ja', 'de', 'ar'] as const;

describe('the language of the app', () => {
  it('is the first wish that it knows', () => {
    expect(matchLanguage(['fr', 'pt', 'zh-TW', 'en'], known)).toBe('zh-TW');
  });

  it.each([
    ['EN-gb', 'en'],
    ['de-CH', 'de'],
    ['ja_JP', 'ja'],
    ['ar-EG-u-nu-latn', 'ar'],
  ])('ignores region, case and how the parts are joined (%s)', (wish, language) => {
    expect(matchLanguage([wish], known)).toBe(language);
  });

  it.each(['zh-Hant', 'zh-Hant-HK', 'zh-HK', 'zh-MO', 'zh_TW'])('is traditional Chinese for %s', (wish) => {
    expect(matchLanguage([wish, 'en'], known)).toBe('zh-TW');
  });

  it.each(['zh', 'zh-CN', 'zh-SG', 'zh-Hans', 'zh-Hans-HK'])('is simplified Chinese for %s', (wish) => {
    expect(matchLanguage([wish, 'en'], known)).toBe('zh-CN');
  });

  it('is never the other Chinese when it has only one', () => {
    expect(matchLanguage(['zh-CN'], ['en', 'zh-TW'])).toBeUndefined();
  });

  it('is open when no wish can be fulfilled', () => {
    expect(matchLanguage(['fr', 'ars', ''], known)).toBeUndefined();
  });
});
