import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { trpc } from '../lib/trpc.ts';
import { navigation } from './navigation.ts';

export function SideNav({ onFollow }: { onFollow?: () => void }) {
  const { t } = useTranslation('shell');
  const id = useId();
  const groups = useOffered();
  return (
    <nav aria-label={t('navigation.label')} className="flex flex-col gap-6">
      {groups.map(({ group, items }) =>
        items.length === 0 ? null : (
          <div key={group} className="flex flex-col gap-1">
            <p id={`${id}-${group}`} className="px-3 text-xs font-semibold text-soft">
              {t(`navigation.${group}`)}
            </p>
            {/* biome-ignore lint/a11y/noRedundantRoles: without it, Safari takes it for no list */}
            <ul role="list" aria-labelledby={`${id}-${group}`} className="flex flex-col gap-0.5">
              {items.map(({ page, to, icon: Icon }) => (
                <li key={page}>
                  <Link
                    to={to}
                    {...(onFollow ? { onClick: onFollow } : {})}
                    activeOptions={{ exact: to === '/' }}
                    className="flex min-h-10 items-center gap-3 rounded-control px-3 py-2 text-sm font-medium transition-colors hover:bg-hover"
                    activeProps={{ className: 'bg-accent-soft text-accent forced-colors:underline' }}
                    inactiveProps={{ className: 'text-soft hover:text-ink' }}
                  >
                    <Icon aria-hidden="true" className="size-4.5 shrink-0" />
                    {t(`navigation.${page}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </nav>
  );
}

/** Without the pages of what the operator has switched off. */
function useOffered() {
  const { data: person } = trpc.account.overview.useQuery();
  return navigation.map(({ group, items }) => ({
    group,
    items: items.filter((item) => !('field' in item) || person?.rights[item.field] !== 'Off'),
  }));
}
