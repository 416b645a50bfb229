import Router from '@koa/router';
import type { State } from '../state.ts';
import { addFaultRoutes } from './faults.ts';
import { addInboxRoutes } from './inbox.ts';
import { addLogoRoutes } from './logos.ts';
import { addSocialRoutes } from './social.ts';
import { describeTarget } from './target.ts';

export type DevParts = { state: State; endpoint: string; reset: () => void };

/** What a real Logto does not have: a look into the inbox, faults on demand, a fresh start. */
export function createDevRoutes({ state, endpoint, reset }: DevParts): Router {
  const router = new Router({ prefix: '/dev' });
  router.get('/target.json', (ctx) => {
    ctx.body = describeTarget(state, endpoint);
  });
  router.post('/reset', (ctx) => {
    reset();
    ctx.status = 204;
  });
  addInboxRoutes(router, state);
  addFaultRoutes(router, state);
  addSocialRoutes(router, state);
  addLogoRoutes(router);
  return router;
}
