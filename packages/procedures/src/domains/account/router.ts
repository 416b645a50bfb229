import { t } from '../../trpc/init.ts';
import { read } from '../../trpc/procedure.ts';
import { AccountOverview } from './schemas.ts';
import { getOverview } from './service.ts';

export const account = t.router({
  overview: read('account:read')
    .output(AccountOverview)
    .query(({ ctx }) => getOverview(ctx)),
});
