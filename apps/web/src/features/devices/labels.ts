import type { Session } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import { countryName, listFormat } from '../../lib/intl.ts';
import { useLocale } from '../../lib/use-locale.ts';

/** What people call a device, a browser and a place. */
export function useLabels() {
  const { t } = useTranslation('devices');
  const locale = useLocale();
  const deviceName = ({ device, system }: Pick<Session, 'device' | 'system'>) =>
    system ? t(`kinds.${device}`, { system }) : t(`unnamed.${device}`);
  const browserName = ({ browser }: Pick<Session, 'browser'>) => browser ?? t('browserUnknown');
  return {
    deviceName,
    browserName,
    sessionName: (session: Session) =>
      t('sessionName', { browser: browserName(session), device: deviceName(session) }),
    placeName({ city, country }: Session['place']) {
      if (!city) return country && countryName(country, locale);
      return country ? t('place', { city, country: countryName(country, locale) }) : city;
    },
    appNames: ({ apps }: Pick<Session, 'apps'>) => listFormat(locale, {}).format(apps),
  };
}
