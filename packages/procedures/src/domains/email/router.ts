import { CodeSent } from '../../policy/codes-schemas.ts';
import { t } from '../../trpc/init.ts';
import { sensitive } from '../../trpc/procedure.ts';
import { Email, EmailFinish, EmailStart } from './schemas.ts';
import { finishEmail, removeEmail, startEmail } from './service.ts';

export const email = t.router({
  // Sending asks for a proof too: a session left open must not be enough to begin.
  start: sensitive('account:identifiers', { journal: 'email.code-sent', edits: ['email'] })
    .input(EmailStart)
    .output(CodeSent)
    .mutation(({ ctx, input }) => startEmail(ctx, input)),

  finish: sensitive('account:identifiers', { journal: 'email.updated', edits: ['email'] })
    .input(EmailFinish)
    .output(Email)
    .mutation(({ ctx, input }) => finishEmail(ctx, input)),

  remove: sensitive('account:identifiers', { journal: 'email.removed', edits: ['email'] })
    .output(Email)
    .mutation(({ ctx }) => removeEmail(ctx)),
});
