import { CodeProof } from '../../policy/codes-schemas.ts';
import { t } from '../../trpc/init.ts';
import { open, read, sensitive } from '../../trpc/procedure.ts';
import { finishReturn, finishReturnByPassword, startReturn } from './return.ts';
import {
  Deactivation,
  DeletionPlan,
  DeletionRequest,
  DeletionTerms,
  ReturnByPassword,
  Returned,
  ReturnStart,
  ReturnStarted,
} from './schemas.ts';
import { deactivate, getTerms, requestDeletion } from './service.ts';

/** Leaving, and coming back: `start` and `finish` belong to the way back, which needs no sign-in. */
export const lifecycle = t.router({
  get: read('account:read')
    .output(DeletionTerms)
    .query(({ ctx }) => getTerms(ctx)),

  deactivate: sensitive('account:delete', { journal: 'account.deactivated', edits: [] })
    .output(Deactivation)
    .mutation(({ ctx }) => deactivate(ctx)),

  delete: sensitive('account:delete', { journal: 'account.deletion-requested', edits: [], stepUp: 'delete' })
    .input(DeletionRequest)
    .output(DeletionPlan)
    .mutation(({ ctx, input }) => requestDeletion(ctx, input)),

  start: open({ journal: 'account.return-started' })
    .input(ReturnStart)
    .output(ReturnStarted)
    .mutation(({ ctx, input }) => startReturn(ctx, input)),

  finish: open({ journal: 'account.reactivated' })
    .input(CodeProof)
    .output(Returned)
    .mutation(({ ctx, input }) => finishReturn(ctx, input)),

  finishWithPassword: open({ journal: 'account.reactivated' })
    .input(ReturnByPassword)
    .output(Returned)
    .mutation(({ ctx, input }) => finishReturnByPassword(ctx, input)),
});
