import { AccountError } from '../trpc/account-error.ts';
import type { PersonContext, Services } from '../trpc/context.ts';
import { supportScope } from './permissions.ts';

/** The most that Logto gives at once. */
const pageSize = 100;

/**
 * Throws `NOT_AVAILABLE` for the agent's own account, and, unless the operator allows it, for that of another agent:
 * who can replace the identity of a colleague can act as that colleague.
 */
export async function assertMayActOn({ services, caller }: PersonContext, personId: string) {
  const isOwn = personId === caller.id;
  const isBarred = isOwn || (!services.rules.support.onStaff && (await isStaff(services, personId)));
  if (isBarred) throw new AccountError('NOT_AVAILABLE', { reason: 'SUPPORT_STAFF' });
}

/**
 * Whether a role of the person grants the scope of the support, in the tenant or in one of their organizations.
 * `GET /api/users/{id}/roles`, `GET /api/roles/{id}/scopes`, `GET /api/organization-roles/{id}/resource-scopes`
 */
async function isStaff({ logto }: Services, personId: string) {
  const [roleIds, memberships] = await Promise.all([
    readRoleIds(logto, personId),
    logto.users.organizations.list(personId),
  ]);
  const organizationRoleIds = new Set(
    memberships.flatMap(({ organizationRoles }) => organizationRoles.map(({ id }) => id)),
  );
  const granted = await Promise.all([
    ...roleIds.map((id) => logto.roles.scopes.list(id)),
    ...[...organizationRoleIds].map((id) => logto.organizationRoles.listResourceScopes(id)),
  ]);
  return granted.flat().some(({ name }) => name === supportScope);
}

async function readRoleIds(logto: Services['logto'], personId: string) {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const { items } = await logto.users.roles.list(personId, { page, pageSize });
    ids.push(...items.map(({ id }) => id));
    if (items.length < pageSize) return ids;
  }
}
