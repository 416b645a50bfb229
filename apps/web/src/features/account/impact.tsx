import { useTranslation } from 'react-i18next';
import { listFormat } from '../../lib/intl.ts';
import { trpc } from '../../lib/trpc.ts';
import { useLocale } from '../../lib/use-locale.ts';
import { Points } from './points.tsx';

/** What goes with the account, by name where it can be named. Each part appears when it is known. */
export function Impact() {
  const { t } = useTranslation('account');
  const locale = useLocale();
  const organizations = trpc.organizations.list.useQuery().data ?? [];
  const apps = trpc.apps.list.useQuery().data?.filter(({ isThisApp }) => !isThisApp) ?? [];
  const tokens = trpc.tokens.list.useQuery().data?.tokens ?? [];
  const names = listFormat(locale, {}).format(organizations.map(({ name }) => name));
  const points = [
    t('impact.profile'),
    organizations.length > 0 && t('impact.organizations', { names }),
    apps.length > 0 && t('impact.apps', { count: apps.length }),
    tokens.length > 0 && t('impact.tokens', { count: tokens.length }),
    t('impact.kept'),
  ].filter((point) => point !== false);
  return <Points points={points} />;
}
