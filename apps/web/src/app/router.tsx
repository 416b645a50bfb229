import {
  type AnyRouter,
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Auth } from '../lib/auth.ts';
import type { Api } from '../lib/trpc.ts';
import { focusHeading, Page } from '../ui/page.tsx';
import { CardSkeletons } from '../ui/skeleton.tsx';
import { Toaster } from '../ui/toast.tsx';
import { CallbackError, CallbackPending } from './callback-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { RootError, RouteError } from './route-error.tsx';
import { SessionGate, Waiting } from './session-gate.tsx';
import { Shell } from './shell.tsx';

type RouterContext = { auth: Auth; api: Api };

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Root,
  notFoundComponent: NotFoundPage,
  errorComponent: RootError,
});

function Root() {
  const { t } = useTranslation('shell');
  return (
    <SessionGate>
      <Outlet />
      <Toaster dismiss={t('dismiss')} />
    </SessionGate>
  );
}

const callbackRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/callback',
  loader: async ({ context: { auth } }) => {
    throw redirect({ href: await auth.finishSignIn(location.href), replace: true });
  },
  pendingComponent: CallbackPending,
  errorComponent: CallbackError,
});

/** Everything behind the sign-in. */
const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ context: { auth }, location: { href }, preload }) => {
    if (!preload && auth.session.get() === 'active' && !(await auth.isSignedIn())) await auth.signIn(href);
  },
  // The account menu needs it, and waits by itself: the page goes out in the same batch.
  loader: ({ context: { api } }) => void api.utils.account.overview.prefetch(),
  component: Shell,
  pendingComponent: () => <Waiting text={useTranslation('shell').t('loading')} />,
  errorComponent: RootError,
});

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  loader: ({ context: { api } }) => api.utils.account.overview.ensureData(),
  component: lazyRouteComponent(() => import('../features/overview/overview-page.tsx'), 'OverviewPage'),
  pendingComponent: () => <PendingPage page="overview" cards={[0, 6, 1]} />,
});

const profileRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/profile',
  loader: ({ context: { api } }) => api.utils.profile.get.ensureData(),
  component: lazyRouteComponent(() => import('../features/profile/profile-page.tsx'), 'ProfilePage'),
  pendingComponent: () => <PendingPage page="profile" cards={[5, 6]} />,
});

const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tokens',
  loader: ({ context: { api } }) =>
    Promise.all([api.utils.account.overview.ensureData(), api.utils.tokens.list.prefetch()]),
  component: lazyRouteComponent(() => import('../features/tokens/tokens-page.tsx'), 'TokensPage'),
  pendingComponent: () => <PendingPage page="tokens" cards={[3]} />,
});

type PendingPageProps = { page: 'overview' | 'profile' | 'tokens'; cards: readonly number[] };

/** What is known of a page before its data: its heading, and the shape of the rest. */
function PendingPage({ page, cards }: PendingPageProps) {
  const { t } = useTranslation([page, 'shell']);
  return (
    <Page title={t(`${page}:title`)} product={t('shell:product')} intro={t(`${page}:intro`)}>
      <CardSkeletons label={t('shell:loading')} cards={cards} />
    </Page>
  );
}

const routeTree = rootRoute.addChildren([
  callbackRoute,
  shellRoute.addChildren([overviewRoute, profileRoute, tokensRoute]),
]);

export function createAppRouter(context: RouterContext) {
  const router = createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 150,
    defaultPendingMinMs: 250,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
  });
  focusHeadings(router);
  return router;
}

/** After a navigation the heading has the focus: a screen reader reads it, and Tab goes on from there. */
function focusHeadings(router: Pick<AnyRouter, 'subscribe'>) {
  let moved = false;
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    moved = fromLocation !== undefined && pathChanged;
  });
  router.subscribe('onRendered', () => {
    if (moved) focusHeading();
    moved = false;
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
