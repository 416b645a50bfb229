import { t } from '../../trpc/init.ts';
import { read, sensitive } from '../../trpc/procedure.ts';
import { Memberships, OrganizationLeave, OrganizationLeft } from './schemas.ts';
import { leaveOrganization, listOrganizations } from './service.ts';

export const organizations = t.router({
  list: read('account:read')
    .output(Memberships)
    .query(({ ctx }) => listOrganizations(ctx)),

  leave: sensitive('account:write', { journal: 'organization.left', edits: [] })
    .input(OrganizationLeave)
    .output(OrganizationLeft)
    .mutation(({ ctx, input }) => leaveOrganization(ctx, input)),
});
