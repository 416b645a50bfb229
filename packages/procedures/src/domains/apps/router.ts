import { t } from '../../trpc/init.ts';
import { read, sensitive } from '../../trpc/procedure.ts';
import { AppRemoval, AppRemoved, ConnectedApps } from './schemas.ts';
import { listApps, removeApp } from './service.ts';

export const apps = t.router({
  list: read('account:sessions', { shows: 'session' })
    .output(ConnectedApps)
    .query(({ ctx }) => listApps(ctx)),

  remove: sensitive('account:sessions', { journal: 'app.removed', edits: ['session'] })
    .input(AppRemoval)
    .output(AppRemoved)
    .mutation(({ ctx, input }) => removeApp(ctx, input)),
});
