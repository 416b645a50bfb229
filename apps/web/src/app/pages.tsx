import { ActivityKind } from '@account/procedures/schemas';
import { createRoute, lazyRouteComponent, notFound, redirect } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { TwoStepTask } from '../features/mfa/tasks.ts';
import { recent } from '../features/overview/recent-query.ts';
import { SignInMethod } from '../features/sign-in/methods.ts';
import { loadOpen } from '../lib/access.tsx';
import { shellRoute } from './base-routes.tsx';
import { PendingPage } from './pending-page.tsx';

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  loader: ({ context: { api } }) => {
    void api.utils.account.checkUp.prefetch();
    // What has happened since the page was seen last is the point of it.
    void api.utils.activity.list.prefetch(recent, { staleTime: 0 });
    return api.utils.account.overview.ensureData();
  },
  component: lazyRouteComponent(() => import('../features/overview/overview-page.tsx'), 'OverviewPage'),
  pendingComponent: () => <PendingPage page="overview" cards={[0, 1, 6, 3]} />,
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
    loadOpen(api, { scope: 'account:tokens' }, () => api.utils.tokens.list.ensureData()),
  component: lazyRouteComponent(() => import('../features/tokens/tokens-page.tsx'), 'TokensPage'),
  pendingComponent: () => <PendingPage page="tokens" cards={[3]} />,
});

const activityRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/activity',
  validateSearch: ({ show }: { show?: unknown }): { show?: ActivityKind } => {
    const { data } = ActivityKind.safeParse(show);
    return data ? { show: data } : {};
  },
  loaderDeps: ({ search: { show: kind = 'all' } }) => ({ kind }),
  loader: ({ context: { api }, deps }) => api.utils.activity.list.prefetchInfinite(deps),
  component: lazyRouteComponent(() => import('../features/activity/activity-page.tsx'), 'ActivityPage'),
  pendingComponent: () => <PendingPage page="activity" cards={[3, 3]} />,
});

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  loader: ({ context: { api } }) =>
    Promise.all([api.utils.account.overview.ensureData(), api.utils.lifecycle.get.ensureData()]),
  component: lazyRouteComponent(() => import('../features/account/account-page.tsx'), 'AccountPage'),
  pendingComponent: () => <PendingPage page="account" cards={[1, 2]} />,
});

const socialRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/social',
  loader: ({ context: { api } }) =>
    Promise.all([
      loadOpen(api, { field: 'social', scope: 'account:identities' }, () =>
        api.utils.social.list.ensureData(),
      ),
      loadOpen(api, { scope: 'account:identities' }, () => api.utils.enterprise.list.ensureData()),
    ]),
  component: lazyRouteComponent(() => import('../features/social/social-page.tsx'), 'SocialPage'),
  pendingComponent: () => <PendingPage page="social" cards={[1, 3]} />,
});

/** Where a provider sends the person back to. */
const socialCallbackRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/social/callback',
  loader: async ({ context: { api }, location: { searchStr } }) => {
    const { finishLink } = await import('../features/social/finish-link.ts');
    await finishLink(api, searchStr);
    throw redirect({ to: '/social', replace: true });
  },
  pendingComponent: () => <PendingPage page="social" cards={[1, 3]} />,
});

const devicesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/devices',
  loader: async ({ context: { api, auth } }) => {
    const sid = await auth.sid();
    const query = sid === undefined ? undefined : { sid };
    await loadOpen(api, { field: 'session', scope: 'account:sessions' }, () =>
      api.utils.sessions.list.ensureData(query),
    );
    return { query };
  },
  component: lazyRouteComponent(() => import('../features/devices/devices-page.tsx'), 'DevicesPage'),
  pendingComponent: () => <PendingPage page="devices" cards={[3, 2]} />,
});

const appsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/apps',
  loader: ({ context: { api } }) =>
    loadOpen(api, { field: 'session', scope: 'account:sessions' }, () => api.utils.apps.list.ensureData()),
  component: lazyRouteComponent(() => import('../features/apps/apps-page.tsx'), 'AppsPage'),
  pendingComponent: () => <PendingPage page="apps" cards={[1, 1]} />,
});

const organizationsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organizations',
  loader: ({ context: { api } }) =>
    loadOpen(api, { scope: 'account:read' }, () => api.utils.organizations.list.ensureData()),
  component: lazyRouteComponent(
    () => import('../features/organizations/organizations-page.tsx'),
    'OrganizationsPage',
  ),
  pendingComponent: () => <PendingPage page="organizations" cards={[1]} />,
});

const signInRoute = createRoute({
  getParentRoute: () => shellRoute,
  // Each setting has its own address, which opens its editor over the page.
  path: '/sign-in/{-$method}',
  params: {
    parse: ({ method }) => {
      const { success, data } = z.optional(SignInMethod).safeParse(method);
      if (!success) throw notFound();
      return { method: data };
    },
  },
  loader: ({ context: { api } }) => {
    // In the batch of who the person is, although one of them may be closed: the page does not show that one.
    void api.utils.username.get.prefetch();
    void api.utils.password.get.prefetch();
    return api.utils.account.overview.ensureData();
  },
  component: lazyRouteComponent(() => import('../features/sign-in/sign-in-page.tsx'), 'SignInPage'),
  pendingComponent: () => <PendingPage page="signIn" cards={[3, 1]} />,
});

const twoStepRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/two-step/{-$task}',
  params: {
    parse: ({ task }) => {
      const { success, data } = z.optional(TwoStepTask).safeParse(task);
      if (!success) throw notFound();
      return { task: data };
    },
  },
  loader: ({ context: { api } }) =>
    loadOpen(api, { field: 'mfa', scope: 'account:mfa' }, () => api.utils.mfa.list.ensureData()),
  component: lazyRouteComponent(() => import('../features/mfa/two-step-page.tsx'), 'TwoStepPage'),
  pendingComponent: () => <PendingPage page="mfa" cards={[2, 1]} />,
});

/** Every page behind the sign-in. */
export const pages = [
  overviewRoute,
  profileRoute,
  signInRoute,
  twoStepRoute,
  socialRoute,
  socialCallbackRoute,
  devicesRoute,
  appsRoute,
  organizationsRoute,
  tokensRoute,
  activityRoute,
  accountRoute,
] as const;
