import { useTranslation } from 'react-i18next';
import { matchLanguage } from '../../lib/match-language.ts';

/** What a provider is called in the person's language, else in English. */
export function useProviderName() {
  const { language } = useTranslation().i18n;
  return (names: Readonly<Record<string, string>>) => {
    const tag = matchLanguage([language, 'en'], Object.keys(names));
    return (tag && names[tag]) ?? Object.values(names)[0] ?? '';
  };
}
