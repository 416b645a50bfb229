import Router from '@koa/router';
import Koa from 'koa';
import type { Keys } from '../keys.ts';
import type { State } from '../state.ts';
import { authenticate } from './auth.ts';
import { addCustomDataRoutes } from './custom-data.ts';
import { addPasswordRoutes } from './passwords.ts';
import { addProfileRoutes } from './profile.ts';
import { answerConditionalReads, answerErrors } from './respond.ts';
import { addUserRoutes } from './users.ts';

const anonymous: ((router: Router, state: State) => void)[] = [];

const protectedByToken: ((router: Router, state: State) => void)[] = [
  addUserRoutes,
  addProfileRoutes,
  addCustomDataRoutes,
  addPasswordRoutes,
];

/**
 * The Management API as an application without the prefix `/api`, to be mounted there. It reads `state` anew at
 * every request, so a reset in place is enough.
 */
export function createManagementApi({ state, keys }: { state: State; keys: Keys }): Koa {
  const api = new Koa();
  api.use(answerErrors).use(answerConditionalReads);

  const management = new Router().use(authenticate(keys));
  for (const addRoutes of protectedByToken) addRoutes(management, state);
  const open = new Router();
  for (const addRoutes of anonymous) addRoutes(open, state);

  for (const router of [management, open]) api.use(router.routes()).use(router.allowedMethods());
  return api;
}
