import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BrandMark } from '../ui/brand.tsx';
import { AccountMenu } from './account-menu.tsx';
import { ErrandBar } from './errand-bar.tsx';
import { NavSheet } from './nav-sheet.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { SideNav } from './side-nav.tsx';

/** What stays while the pages change. */
export function Shell() {
  const { t } = useTranslation('shell');
  return (
    <>
      <a
        href="#content"
        className="absolute start-2 top-2 z-30 -translate-y-20 rounded-control bg-accent-strong px-4 py-2 text-sm font-medium text-on-accent focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="sticky top-0 z-10 border-line border-b bg-surface">
        <div className="mx-auto flex min-h-14 max-w-5xl items-center gap-2 px-4 sm:px-6">
          <NavSheet />
          <Link
            to="/"
            className="flex min-h-10 min-w-0 items-center gap-2.5 rounded-control font-semibold tracking-tight"
          >
            <BrandMark className="h-7 max-sm:max-w-28" />
            <span className="truncate border-line-strong/50 border-s ps-2.5 py-0.5">{t('product')}</span>
          </Link>
          <div className="ms-auto shrink-0">
            <AccountMenu />
          </div>
        </div>
      </header>
      <OfflineBanner />
      <ErrandBar />
      <div className="mx-auto flex w-full max-w-5xl flex-1 gap-10 px-4 py-8 sm:px-6">
        <div className="w-52 shrink-0 max-md:hidden">
          <div className="sticky top-22">
            <SideNav />
          </div>
        </div>
        <main id="content" tabIndex={-1} className="min-w-0 max-w-3xl flex-1 pb-16 outline-none">
          <Outlet />
        </main>
      </div>
    </>
  );
}
