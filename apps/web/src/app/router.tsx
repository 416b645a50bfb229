import { type AnyRouter, createRouter } from '@tanstack/react-router';
import { focusHeading } from '../ui/page.tsx';
import {
  callbackRoute,
  leftRoute,
  type RouterContext,
  returnRoute,
  rootRoute,
  shellRoute,
} from './base-routes.tsx';
import { pages } from './pages.tsx';
import { RouteError } from './route-error.tsx';

const routeTree = rootRoute.addChildren([
  callbackRoute,
  returnRoute,
  leftRoute,
  shellRoute.addChildren(pages),
]);

/**
 * When the outline of a page stands in for it. At first nothing is there that it could replace in a flicker; it takes a
 * moment to know that it is that of the page, and not the way to the sign-in.
 */
const atFirst = { defaultPendingMs: 30, defaultPendingMinMs: 0 };
/** Whoever waits no longer than that needs no outline, and one that is shown stays long enough to be recognised. */
const later = { defaultPendingMs: 150, defaultPendingMinMs: 250 };

export function createAppRouter(context: RouterContext) {
  const router = createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    ...atFirst,
    defaultErrorComponent: RouteError,
    scrollRestoration: true,
    // Texts, as everywhere on the web: the default reads values as JSON, and a long number would not survive it.
    parseSearch: (query) => Object.fromEntries(new URLSearchParams(query)),
    stringifySearch,
  });
  const stop = router.subscribe('onLoad', () => {
    stop();
    router.update({ ...router.options, ...later });
  });
  focusHeadings(router);
  return router;
}

function stringifySearch(search: Record<string, unknown>) {
  const entries = Object.entries(search).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
  return query && `?${query}`;
}

/**
 * On a new page the heading has the focus: a screen reader reads it, and Tab goes on from there. A page that stays,
 * because only an editor on it was opened or closed, keeps the focus where it is.
 */
function focusHeadings(router: Pick<AnyRouter, 'subscribe' | 'state'>) {
  let shown: string | undefined;
  router.subscribe('onRendered', () => {
    const next = router.state.matches.at(-1)?.routeId;
    if (shown !== undefined && next !== shown) focusHeading();
    shown = next;
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
