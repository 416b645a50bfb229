import { useTranslation } from 'react-i18next';

/** What the marks of a checklist mean. */
export function useStates() {
  const { t } = useTranslation('signIn');
  return { open: t('open'), met: t('met'), broken: t('broken') };
}
