import { account } from './domains/account/router.ts';
import { profile } from './domains/profile/router.ts';
import { t } from './trpc/init.ts';

/** Every domain of the account; one line each. */
export const appRouter = t.router({
  account,
  profile,
});
export type AppRouter = typeof appRouter;

export { createAuthenticate, remoteKeys } from './policy/authenticate.ts';
export { createTenant } from './tenant.ts';
export { AccountError } from './trpc/account-error.ts';
export { type Context, createContext, type Rules, type Services } from './trpc/context.ts';
export { fromTRPC } from './trpc/errors.ts';
export { problemAnswer } from './trpc/problem-answer.ts';
