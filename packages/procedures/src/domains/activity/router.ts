import { t } from '../../trpc/init.ts';
import { read } from '../../trpc/procedure.ts';
import { ActivityPage, ActivityQuery } from './schemas.ts';
import { listActivity } from './service.ts';

export const activity = t.router({
  list: read('account:read')
    .input(ActivityQuery)
    .output(ActivityPage)
    .query(({ ctx, input }) => listActivity(ctx, input)),
});
