import { CodeSent } from '../../policy/codes-schemas.ts';
import { t } from '../../trpc/init.ts';
import { sensitive } from '../../trpc/procedure.ts';
import { Phone, PhoneFinish, PhoneStart } from './schemas.ts';
import { finishPhone, removePhone, startPhone } from './service.ts';

export const phone = t.router({
  // Sending asks for a proof too: a session left open must not be enough to begin.
  start: sensitive('account:identifiers', { journal: 'phone.code-sent', edits: ['phone'] })
    .input(PhoneStart)
    .output(CodeSent)
    .mutation(({ ctx, input }) => startPhone(ctx, input)),

  finish: sensitive('account:identifiers', { journal: 'phone.updated', edits: ['phone'] })
    .input(PhoneFinish)
    .output(Phone)
    .mutation(({ ctx, input }) => finishPhone(ctx, input)),

  remove: sensitive('account:identifiers', { journal: 'phone.removed', edits: ['phone'] })
    .output(Phone)
    .mutation(({ ctx }) => removePhone(ctx)),
});
