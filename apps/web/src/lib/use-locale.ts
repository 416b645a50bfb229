import { useTranslation } from 'react-i18next';
import { regionalTag } from './regional-tag.ts';

/** The tag for `Intl`. */
export function useLocale() {
  return regionalTag(useTranslation().i18n.language);
}
