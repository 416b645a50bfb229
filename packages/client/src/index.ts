import type { AppRouter } from '@account/procedures';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';

/** The type of every procedure. */
export type AccountRouter = AppRouter;
/** What procedures take: `AccountInputs['tokens']['create']`. */
export type AccountInputs = inferRouterInputs<AppRouter>;
/** What they answer: `AccountOutputs['tokens']['list']`. */
export type AccountOutputs = inferRouterOutputs<AppRouter>;

export type {
  FieldError,
  FieldErrorCode,
  Problem,
  ProblemCode,
  StepUpProof,
  StepUpPurpose,
} from '@account/procedures/schemas';
export {
  type AccountClient,
  type AccountClientOptions,
  createAccountClient,
  type StepUpQuestion,
} from './client.ts';
export { type AccountLinks, accountLinks, type Connection } from './links.ts';
export { CancelledError, fieldErrorsOf, isCancelled, problemOf } from './problems.ts';
export { type AskForProof, createProofs, type Proofs } from './proofs.ts';
