import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Auth } from '../lib/auth.ts';
import { setPersonLanguage } from '../lib/i18n.ts';
import { StepUp } from '../lib/step-up.tsx';
import type { Api } from '../lib/trpc.ts';
import { Toaster } from '../ui/toast.tsx';
import { CallbackError, CallbackPending } from './callback-page.tsx';
import { Footer } from './footer.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RootError } from './route-error.tsx';
import { SessionGate, Waiting } from './session-gate.tsx';
import { Shell } from './shell.tsx';

export type RouterContext = { auth: Auth; api: Api };

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: RootError,
});

function Root() {
  const { t } = useTranslation('shell');
  return (
    <>
      <Outlet />
      <Footer />
      <Toaster dismiss={t('dismiss')} />
    </>
  );
}

export const callbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/callback',
  loader: async ({ context: { api, auth } }) => {
    const href = await api.freshSignIn.finishSignIn(location.href);
    await setPersonLanguage(await auth.locale());
    throw redirect({ href, replace: true });
  },
  pendingComponent: CallbackPending,
  errorComponent: CallbackError,
});

/** Everything behind the sign-in. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context: { auth }, location: { href }, preload }) => {
    if (!preload && auth.session.get() === 'active' && !(await auth.isSignedIn())) await auth.signIn(href);
  },
  // The account menu needs it, and waits by itself: the page goes out in the same batch.
  loader: ({ context: { api } }) => void api.utils.account.overview.prefetch(),
  component: GatedShell,
  pendingComponent: () => <Waiting text={useTranslation('shell').t('loading')} />,
  errorComponent: RootError,
});

function GatedShell() {
  const { api } = rootRoute.useRouteContext();
  return (
    <SessionGate>
      <Shell />
      <StepUp questions={api.questions} freshSignIn={api.freshSignIn} />
    </SessionGate>
  );
}

/** Open to people who cannot sign in, because they left. */
export const returnRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/return',
  component: lazyRouteComponent(() => import('../features/return/return-page.tsx'), 'ReturnPage'),
});

/** Where people are after they left. */
export const leftRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/left',
  component: lazyRouteComponent(() => import('../features/return/left-page.tsx'), 'LeftPage'),
});
