import { t } from '../../trpc/init.ts';
import { ask, proving, read } from '../../trpc/procedure.ts';
import {
  PasswordCheck,
  PasswordIssues,
  PasswordSettings,
  PasswordUpdate,
  PasswordUpdated,
} from './schemas.ts';
import { checkPassword, getPassword, updatePassword } from './service.ts';

export const password = t.router({
  get: read('account:read', { shows: 'password' })
    .output(PasswordSettings)
    .query(({ ctx }) => getPassword(ctx)),

  check: ask('account:password', { shows: 'password' })
    .input(PasswordCheck)
    .output(PasswordIssues)
    .mutation(({ ctx, input }) => checkPassword(ctx, input)),

  // The proof is in the input or in the header, so the service asks for it.
  update: proving('account:password', { journal: 'password.updated', edits: ['password'] })
    .input(PasswordUpdate)
    .output(PasswordUpdated)
    .mutation(({ ctx, input }) => updatePassword(ctx, input)),
});
