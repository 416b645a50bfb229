import { t } from '../../trpc/init.ts';
import { read } from '../../trpc/procedure.ts';
import { AccountOverview, CheckUp } from './schemas.ts';
import { checkUp, getOverview } from './service.ts';

export const account = t.router({
  overview: read('account:read')
    .output(AccountOverview)
    .query(({ ctx }) => getOverview(ctx)),

  checkUp: read('account:read')
    .output(CheckUp)
    .query(({ ctx }) => checkUp(ctx)),
});
