import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { ar } from './ar/index.ts';
import { de } from './de/index.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import type { Messages } from './messages.ts';
import { pseudo } from './pseudo.ts';
import { zhCN } from './zh-CN/index.ts';
import { zhTW } from './zh-TW/index.ts';

const translations: [string, Messages][] = [
  ['zh-TW', zhTW],
  ['zh-CN', zhCN],
  ['ja', ja],
  ['de', de],
  ['ar', ar],
];

/** Words of this language that English has too. */
const alsoEnglish: Record<string, string[]> = {
  de: ['App', 'Code', 'Computer', 'Name', 'Passkey', 'System', 'Tablet', 'Website', 'optional'],
};
/** Names, addresses and code, which no language translates. */
const names =
  /https:\/\/|name@example\.com|Google Authenticator|1Password|2FAS|APP_ID|scope|aaaa|abcd|\bAda\b|\bada\b|QR|SMS|JSON|ID|\.txt/g;

type Text = { key: string; text: string };
const texts = (messages: object, path = ''): Text[] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ key: `${path}${key}`, text: value }] : texts(value, `${path}${key}.`),
  );
const english = new Map(texts(en).map(({ key, text }) => [key, text]));
const pluralForm = /_(zero|one|two|few|many|other)$/;
/** The English text of the same meaning; a plural form that English does not have means the same as its last one. */
const originalOf = (key: string) => english.get(key) ?? english.get(key.replace(pluralForm, '_other')) ?? '';
const placed = (text: string) => text.match(/{{\w+}}|<\w+\/>/g) ?? [];
const words = (text: string) => text.replace(/{{\w+}}|<\w+\/>/g, '');

describe.each(translations)('the texts in %s', (language, messages) => {
  const all = texts(messages);
  const but = (isRight: (text: Text) => unknown) => all.filter((text) => !isRight(text));

  it('keep what is put into them', () => {
    // One, two or none of something may be said in words.
    const mustBePlaced = ({ key, text }: Text) =>
      placed(text).filter((name) => name !== '{{count}}' || !/_(zero|one|two)$/.test(key));
    const wrong = but(({ key, text }) => {
      const wanted = mustBePlaced({ key, text: originalOf(key) });
      return String(mustBePlaced({ key, text }).sort()) === String(wanted.sort());
    });
    expect(wrong).toEqual([]);
  });

  it('are not left in English', () => {
    const isOwn = ({ key, text }: Text) =>
      text !== english.get(key) || !/\p{L}/u.test(words(text)) || alsoEnglish[language]?.includes(text);
    expect(but(isOwn)).toEqual([]);
    const hasLatin = new Intl.Locale(language).maximize().script === 'Latn';
    if (!hasLatin) expect(but(({ text }) => !/[a-z]/i.test(words(text).replace(names, '')))).toEqual([]);
  });

  it('are set as they are printed: no straight quotes, no stray spaces', () => {
    expect(but(({ text }) => text && text === text.trim() && !/["']|\.{3}| {2}/.test(text))).toEqual([]);
  });

  it('keep the direction of what runs the other way', () => {
    const outside = ({ text }: Text) => text.replace(/\u2066[^\u2069]*\u2069/g, '');
    const isRtl = i18next.dir(language) === 'rtl';
    expect(but((text) => !isRtl || !/\+\d|:\/\//.test(outside(text)))).toEqual([]);
  });

  it('have every plural form that the language knows', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const keys = new Set(all.map(({ key }) => key));
    const plurals = [...english.keys()].filter((key) => key.endsWith('_other'));
    const wanted = plurals.flatMap((key) => pluralCategories.map((form) => key.replace(/other$/, form)));
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
    expect(plurals.length).toBeGreaterThan(5);
  });
});

describe('Arabic', () => {
  it.each([
    [0, 'يمكنك طلب رمز آخر الآن.'],
    [1, 'يمكنك طلب رمز آخر بعد ثانية واحدة.'],
    [2, 'يمكنك طلب رمز آخر بعد ثانيتين.'],
    [3, 'يمكنك طلب رمز آخر بعد 3 ثوانٍ.'],
    [11, 'يمكنك طلب رمز آخر بعد 11 ثانية.'],
    [100, 'يمكنك طلب رمز آخر بعد 100 ثانية.'],
  ])('counts %d as it is said', async (count, sentence) => {
    await i18next.init({ lng: 'ar', resources: { ar } });
    expect(i18next.t('resendIn', { ns: 'codes', count })).toBe(sentence);
  });
});

describe('the pseudo-locale', () => {
  it('marks and lengthens every English text, and keeps what is put into it', () => {
    const marked = texts(pseudo);
    expect(marked.map(({ key }) => key)).toEqual([...english.keys()]);
    const wrong = marked.filter(({ key, text }) => {
      const original = originalOf(key);
      const isLong = text.length > original.length * 1.4;
      return !/^\[!! .* !!\]$/.test(text) || !isLong || String(placed(text)) !== String(placed(original));
    });
    expect(wrong).toEqual([]);
  });
});
