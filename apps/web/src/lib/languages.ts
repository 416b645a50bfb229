import type { Messages } from '../locales/messages.ts';
import { matchLanguage } from './match-language.ts';
import { browserMemory, tabMemory } from './storage.ts';

/** Every language, under its own name, with its texts in a file of their own. */
const languages = {
  en: { name: 'English', load: async (): Promise<Messages> => (await import('../locales/en/index.ts')).en },
  'zh-TW': { name: '繁體中文', load: async () => (await import('../locales/zh-TW/index.ts')).zhTW },
  'zh-CN': { name: '简体中文', load: async () => (await import('../locales/zh-CN/index.ts')).zhCN },
  ja: { name: '日本語', load: async () => (await import('../locales/ja/index.ts')).ja },
  de: { name: 'Deutsch', load: async () => (await import('../locales/de/index.ts')).de },
  ar: { name: 'العربية', load: async () => (await import('../locales/ar/index.ts')).ar },
};
/** English, marked and lengthened: shows what is not translated and what has no room. Only a link asks for it. */
const hidden = { 'en-XA': { load: async () => (await import('../locales/pseudo.ts')).pseudo } };
const all = { ...languages, ...hidden };
export type Language = keyof typeof all;

export const languageNames = Object.entries(languages).map(([tag, { name }]) => ({ tag, name }));

export const isLanguage = (tag: string): tag is Language => Object.hasOwn(all, tag);
const known = Object.keys(all).filter(isLanguage);
const offered = Object.keys(languages).filter(isLanguage);

/**
 * A link may ask for a language, as Logto's own pages allow: it holds in this tab, also on the way through sign-in.
 * Then comes the choice in this browser, then what the person's profile says, then the browser.
 */
export function preferred(): Language {
  const search = new URLSearchParams(location.search);
  const asked = matchLanguage(search.get('ui_locales')?.split(' ') ?? [], known);
  if (asked) tabMemory.set('language', asked);
  const inTab = tabMemory.get('language');
  const wishes = [browserMemory.get('language'), browserMemory.get('person-language')];
  return (
    (inTab && matchLanguage([inTab], known)) ||
    matchLanguage([...wishes.filter((tag) => tag !== null), ...navigator.languages], offered) ||
    'en'
  );
}

export function loadMessages(language: Language): Promise<Messages> {
  return all[language].load();
}
