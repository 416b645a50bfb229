/**
 * What a domain of your own is made of: the chains that let the right person in, the error that rules throw, and the
 * context that a service gets. Merge its router with ours: `t.mergeRouters(appRouter, t.router({ newsletter }))`.
 */
export { AccountError, fieldProblem } from './trpc/account-error.ts';
export type { ChangeContext, PersonContext } from './trpc/context.ts';
export { t } from './trpc/init.ts';
export { ask, proving, read, sensitive, write } from './trpc/procedure.ts';
