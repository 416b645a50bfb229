import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from '../locales/en/index.ts';
import type { Messages } from '../locales/messages.ts';
import { matchLanguage } from './match-language.ts';
import { browserMemory, tabMemory } from './storage.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof en;
  }
}

/** Every language, under its own name, with its texts in a file of their own. */
const languages = {
  en: { name: 'English', load: async (): Promise<Messages> => (await import('../locales/en/index.ts')).en },
  'zh-TW': { name: '繁體中文', load: async () => (await import('../locales/zh-TW/index.ts')).zhTW },
};
export type Language = keyof typeof languages;

export const languageNames = Object.entries(languages).map(([tag, { name }]) => ({ tag, name }));

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);
const known = Object.keys(languages).filter(isLanguage);

/**
 * A link may ask for a language, as Logto's own pages allow: it holds in this tab, also on the way through sign-in.
 * Then comes the earlier choice, then the browser.
 */
function preferred(): Language {
  const asked = matchLanguage(
    new URLSearchParams(location.search).get('ui_locales')?.split(' ') ?? [],
    known,
  );
  if (asked) tabMemory.set('language', asked);
  const chosen = [tabMemory.get('language'), browserMemory.get('language')].filter((tag) => tag !== null);
  return asked ?? matchLanguage([...chosen, ...navigator.languages], known) ?? 'en';
}

export async function startI18n() {
  const language = preferred();
  const resources = { [language]: await languages[language].load() };
  await i18next.use(initReactI18next).init({
    lng: language,
    resources,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  showLanguage(language);
}

/** Changes the language of the whole app and remembers the choice in this browser. */
export async function setLanguage(tag: string) {
  if (!isLanguage(tag)) return;
  const messages = await languages[tag].load();
  for (const [domain, texts] of Object.entries(messages)) i18next.addResourceBundle(tag, domain, texts);
  await i18next.changeLanguage(tag);
  browserMemory.set('language', tag);
  tabMemory.set('language', null);
  showLanguage(tag);
}

function showLanguage(tag: Language) {
  document.documentElement.lang = tag;
  document.documentElement.dir = i18next.dir(tag);
}
