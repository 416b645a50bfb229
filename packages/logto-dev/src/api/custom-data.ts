import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { updateUser } from '../users.ts';
import { answer, jsonObject, readBody, userOf } from './guard.ts';

const CustomDataPatch = z.object({ customData: jsonObject });

export function addCustomDataRoutes(router: Router, state: State) {
  router.get(
    '/users/:userId/custom-data',
    answer((ctx) => userOf(ctx, state).customData),
  );

  router.patch(
    '/users/:userId/custom-data',
    answer(async (ctx) => {
      const { customData } = await readBody(ctx, CustomDataPatch);
      const user = userOf(ctx, state);
      updateUser(user, { customData: { ...user.customData, ...customData } });
      return user.customData;
    }),
  );
}
