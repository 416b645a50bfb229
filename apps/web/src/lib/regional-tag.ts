import { matchLanguage } from './match-language.ts';

/**
 * The tag for `Intl`: the app's language in the region that the browser asks for, so that a British reader of the
 * English texts finds British dates.
 */
export function regionalTag(language: string) {
  return navigator.languages.find((wish) => matchLanguage([wish], [language]) !== undefined) ?? language;
}
