import { CodeSent } from '../../policy/codes-schemas.ts';
import { t } from '../../trpc/init.ts';
import { proving, read } from '../../trpc/procedure.ts';
import { StepUpFinish, StepUpMethods, StepUpProof, StepUpStart } from './schemas.ts';
import { finishStepUp, listMethods, sendStepUpCode } from './service.ts';

export const stepUp = t.router({
  methods: read('account:read')
    .output(StepUpMethods)
    .query(({ ctx }) => listMethods(ctx)),

  start: proving('account:read', { journal: 'step-up.started', edits: [] })
    .input(StepUpStart)
    .output(CodeSent)
    .mutation(({ ctx, input }) => sendStepUpCode(ctx, input)),

  finish: proving('account:read', { journal: 'step-up.finished', edits: [] })
    .input(StepUpFinish)
    .output(StepUpProof)
    .mutation(({ ctx, input }) => finishStepUp(ctx, input)),
});
