import { t } from '../../trpc/init.ts';
import { read, sensitive } from '../../trpc/procedure.ts';
import { Username, UsernameSettings, UsernameUpdate } from './schemas.ts';
import { getUsername, removeUsername, updateUsername } from './service.ts';

export const username = t.router({
  get: read('account:read', { shows: 'username' })
    .output(UsernameSettings)
    .query(({ ctx }) => getUsername(ctx)),

  update: sensitive('account:identifiers', { journal: 'username.updated', edits: ['username'] })
    .input(UsernameUpdate)
    .output(Username)
    .mutation(({ ctx, input }) => updateUsername(ctx, input)),

  remove: sensitive('account:identifiers', { journal: 'username.removed', edits: ['username'] })
    .output(Username)
    .mutation(({ ctx }) => removeUsername(ctx)),
});
