import { describe, expect, it } from 'vitest';
import { en } from './en/index.ts';
import { zhTW } from './zh-TW/index.ts';

const texts = (messages: object, path = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value, `${path}${key}.`),
  );
const placeholders = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

describe.each([['zh-TW', zhTW]])('the texts in %s', (_language, messages) => {
  const english = new Map(texts(en));

  it.each(texts(messages))('%s keeps the placeholders of the English text and is not empty', (key, text) => {
    expect(text.trim()).not.toBe('');
    expect(placeholders(text)).toEqual(placeholders(english.get(key) ?? ''));
  });
});
