import { t } from '../../trpc/init.ts';
import { read } from '../../trpc/procedure.ts';
import { EnterpriseIdentities } from './schemas.ts';
import { listEnterpriseIdentities } from './service.ts';

export const enterprise = t.router({
  list: read('account:identities')
    .output(EnterpriseIdentities)
    .query(({ ctx }) => listEnterpriseIdentities(ctx)),
});
