import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { en } from '../locales/en/index.ts';
import type { Messages } from '../locales/messages.ts';
import { numberFormat } from './intl.ts';
import { isLanguage, type Language, loadMessages, preferred } from './languages.ts';
import { regionalTag } from './regional-tag.ts';
import { browserMemory, tabMemory } from './storage.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof en;
  }
}

/** @param productName what the operator calls the product; without it the app says "Account" in each language */
export async function startI18n(productName: Promise<string | null | undefined>) {
  const language = preferred();
  const messages = loadMessages(language);
  named = await productName;
  await i18next
    .use(initReactI18next)
    .use(values)
    .init({
      lng: language,
      resources: { [language]: withName(await messages) },
      fallbackLng: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      react: { useSuspense: false },
    });
  markDocument(language);
  addEventListener('storage', ({ key }) => void (key === 'account:language' && show(preferred())));
}

/**
 * Changes the language of the whole app and remembers the choice in this browser: what a link asked for is over, also
 * when the page is loaded again. Throws when it cannot be had.
 */
export async function setLanguage(tag: string) {
  if (!isLanguage(tag)) return;
  await show(tag);
  browserMemory.set('language', tag);
  tabMemory.set('language', null);
  const url = new URL(location.href);
  url.searchParams.delete('ui_locales');
  history.replaceState(history.state, '', url);
}

let named: string | null | undefined;

/** A name is no word of a language. */
function withName(messages: Messages): Messages {
  return named ? { ...messages, shell: { ...messages.shell, product: named } } : messages;
}

/** Says what the profile of the person says about their language; it is remembered for the next visit. */
export async function setPersonLanguage(tag: string | undefined) {
  browserMemory.set('person-language', tag ?? null);
  // Without its texts, the app goes on in the language that it has.
  await show(preferred()).catch(() => undefined);
}

async function show(tag: Language) {
  if (tag === i18next.language) return;
  const messages = withName(await loadMessages(tag));
  for (const [domain, texts] of Object.entries(messages)) i18next.addResourceBundle(tag, domain, texts);
  await i18next.changeLanguage(tag);
  markDocument(tag);
}

function markDocument(tag: Language) {
  document.documentElement.lang = tag;
  document.documentElement.dir = i18next.dir(tag);
}

const isolate = '\u2068';
const endOfIsolate = '\u2069';

/**
 * What is put into a text: numbers are written as the language writes them, and names, addresses and phone numbers
 * keep their own direction in a sentence that runs from right to left.
 */
const values: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format(value, _format, language = 'en') {
    if (typeof value === 'number') return numberFormat(regionalTag(language), {}).format(value);
    if (typeof value !== 'string' || i18next.dir(language) !== 'rtl') return value;
    return `${isolate}${value}${endOfIsolate}`;
  },
};
