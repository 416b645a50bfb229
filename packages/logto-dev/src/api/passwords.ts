import type Router from '@koa/router';
import { z } from 'zod';
import { hashPassword, verifyPassword } from '../passwords.ts';
import { isJsonObject, type State } from '../state.ts';
import { toUserJson, touch, updateUser } from '../users.ts';
import { RequestError } from './errors.ts';
import { answer, readBody, userOf } from './guard.ts';

const Password = z.object({ password: z.string().min(1) });
const Expiration = z.object({ isExpired: z.boolean() });

export function addPasswordRoutes(router: Router, state: State) {
  addPassword(router, state);
  addExpiration(router, state);
}

function addPassword(router: Router, state: State) {
  router.get(
    '/users/:userId/has-password',
    answer((ctx) => ({ hasPassword: userOf(ctx, state).password !== null })),
  );

  router.patch(
    '/users/:userId/password',
    answer(async (ctx) => {
      const { password } = await readBody(ctx, Password);
      const user = userOf(ctx, state);
      updateUser(user, { password: await hashPassword(password) });
      return toUserJson(user);
    }),
  );

  router.post(
    '/users/:userId/password/verify',
    answer(async (ctx) => {
      const { password } = await readBody(ctx, Password);
      const user = userOf(ctx, state);
      if (!(await verifyPassword(password, user.password)))
        throw new RequestError('session.invalid_credentials', 422);
      if (user.password?.algorithm !== 'Argon2i') {
        user.password = await hashPassword(password);
        touch(user);
      }
    }),
  );
}

function addExpiration(router: Router, state: State) {
  router.patch(
    '/users/:userId/password/expiration',
    answer(async (ctx) => {
      const { isExpired } = await readBody(ctx, Expiration);
      const user = userOf(ctx, state);
      if (isExpired && !isExpirationEnabled(state))
        throw new RequestError('sign_in_experiences.password_expiration_not_enabled');
      user.isPasswordExpired = isExpired;
      touch(user);
      return toUserJson(user);
    }),
  );
}

function isExpirationEnabled({ signInExperience: { passwordExpiration } }: State) {
  return (
    isJsonObject(passwordExpiration) &&
    passwordExpiration.enabled === true &&
    Boolean(passwordExpiration.validPeriodDays)
  );
}
