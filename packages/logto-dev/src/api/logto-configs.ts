import type Router from '@koa/router';
import { z } from 'zod';
import type { State, User } from '../state.ts';
import { toHookJson, touch } from '../users.ts';
import { answer, readBody, userOf } from './guard.ts';

const flag = z.boolean().exactOptional();

const SettingsPatch = z.object({
  mfa: z.object({ enabled: flag, skipped: flag, skipMfaOnSignIn: flag }).optional(),
  passkeySignIn: z.object({ skipped: flag }).optional(),
});

const path = '/users/:userId/logto-configs';

export function addLogtoConfigRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => toJson(userOf(ctx, state))),
  );

  router.patch(
    path,
    answer(async (ctx) => {
      const { mfa, passkeySignIn } = await readBody(ctx, SettingsPatch);
      const user = userOf(ctx, state);
      user.logtoConfig = {
        mfa: { ...user.logtoConfig.mfa, ...mfa },
        passkeySignIn: { ...user.logtoConfig.passkeySignIn, ...passkeySignIn },
      };
      touch(user);
      ctx.state.hookData = toHookJson(user);
      return toJson(user);
    }),
  );
}

const toJson = ({ logtoConfig: { mfa, passkeySignIn } }: User) => ({
  mfa: {
    enabled: mfa?.enabled,
    skipped: mfa?.skipped ?? false,
    skipMfaOnSignIn: mfa?.skipMfaOnSignIn ?? false,
  },
  passkeySignIn: { skipped: passkeySignIn?.skipped ?? false },
});
