export type { People, PeopleOptions } from './people.ts';
export { signingAlgorithms } from './policy/authenticate.ts';
export { networkOf } from './policy/limits.ts';
export { receiveHook, receiveLogout, type SignedHook } from './policy/signals.ts';
export { createSweep, type Sweep, type SweepCounts } from './policy/sweep.ts';
export { type AppRouter, appRouter } from './router.ts';
export { defaultRules, type Rules } from './rules.ts';
export { createServices, type OpenServices, type ServicesOptions } from './services.ts';
export { inspectPostgres } from './store/inspect.ts';
export { openStore, type Store } from './store/open.ts';
export { AccountError } from './trpc/account-error.ts';
export {
  type Context,
  createContext,
  type ProcedureCall,
  type RequestFacts,
  type Services,
} from './trpc/context.ts';
export { fromTRPC, toAccountError } from './trpc/errors.ts';
export { problemAnswer } from './trpc/problem-answer.ts';
export { factsOf } from './trpc/request-facts.ts';
