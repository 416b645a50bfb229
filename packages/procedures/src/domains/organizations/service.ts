import { LogtoError, type Organization } from '@account/logto-mgmt';
import { AccountError } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import type { Membership, Memberships, OrganizationLeave, OrganizationLeft } from './schemas.ts';

/** Where the person belongs. `GET /api/users/{id}/organizations` */
export async function listOrganizations({ services, user }: PersonContext): Promise<Memberships> {
  const organizations = await services.logto.users.organizations.list(user.id);
  return organizations.map(toMembership).toSorted((one, other) => one.name.localeCompare(other.name));
}

/**
 * Ends a membership. Logto knows no owner, so whoever is a member may leave, be it as the last one; the journal keeps
 * the name and the roles. Throws `NOT_FOUND`. `DELETE /api/organizations/{id}/users/{userId}`
 */
export async function leaveOrganization(
  ctx: ChangeContext,
  { id }: OrganizationLeave,
): Promise<OrganizationLeft> {
  const { services, user } = ctx;
  const memberships = await services.logto.users.organizations.list(user.id);
  const membership = memberships.find((organization) => organization.id === id);
  if (!membership) throw new AccountError('NOT_FOUND');
  const { name, organizationRoles } = membership;
  ctx.note({ id, name, roles: organizationRoles.map((role) => role.name) });
  await services.logto.organizations.removeUser(id, user.id).catch(explainLeave);
  return { id, name };
}

/** Elsewhere this code of Logto's means the person. */
function explainLeave(error: unknown): never {
  const isGone = error instanceof LogtoError && error.code === 'entity.not_found';
  throw isGone ? new AccountError('NOT_FOUND', { cause: error }) : error;
}

function toMembership({
  id,
  name,
  description,
  branding,
  isMfaRequired,
  organizationRoles,
}: Organization): Membership {
  return {
    id,
    name,
    description,
    logo: branding.logoUrl || null,
    logoDark: branding.darkLogoUrl || null,
    isMfaRequired,
    roles: organizationRoles,
  };
}
