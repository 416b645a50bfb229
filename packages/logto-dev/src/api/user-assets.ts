import type Router from '@koa/router';
import type { State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer } from './guard.ts';

/** A Logto without an object storage, which is how a new one comes. */
export function addUserAssetRoutes(router: Router, _state: State) {
  router.get(
    '/user-assets/service-status',
    answer(() => ({ status: 'not_configured' })),
  );

  router.post(
    '/user-assets',
    answer(() => {
      throw new RequestError('storage.not_configured');
    }),
  );
}
