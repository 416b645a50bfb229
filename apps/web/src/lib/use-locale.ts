import { useTranslation } from 'react-i18next';

/** The language tag for `Intl`. */
export function useLocale() {
  return useTranslation().i18n.language;
}
