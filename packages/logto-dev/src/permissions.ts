import type { Role, State } from './state.ts';

/** Names of the scopes of one API resource that the person's roles grant at this moment. */
export function userScopes(state: State, userId: string, resourceIndicator: string): string[] {
  const own = grantedScopes(state, state.users.get(userId)?.roleIds ?? [], resourceIndicator, 'User');
  return [...new Set([...own, ...organizationScopes(state, userId, resourceIndicator)])];
}

/** Outside of an organization too, the roles of every organization count. */
function organizationScopes(state: State, userId: string, indicator: string): string[] {
  const roleIds = [...state.organizations.values()].flatMap(({ members }) => members.get(userId) ?? []);
  const granted = roleIds.flatMap((id) => state.organizationRoles.get(id)?.resourceScopeIds ?? []);
  const resource = [...state.resources.values()].find((item) => item.indicator === indicator);
  return resource?.scopes.filter(({ id }) => granted.includes(id)).map(({ name }) => name) ?? [];
}

/** Names of the scopes of one API resource that the roles of a machine application grant. */
export function appScopes(state: State, appId: string, resourceIndicator: string): string[] {
  return grantedScopes(
    state,
    state.applications.get(appId)?.roleIds ?? [],
    resourceIndicator,
    'MachineToMachine',
  );
}

function grantedScopes(state: State, roleIds: string[], indicator: string, type: Role['type']): string[] {
  const roles = roleIds.flatMap((id) => state.roles.get(id) ?? []).filter((role) => role.type === type);
  const granted = new Set(roles.flatMap((role) => role.scopeIds));
  const resource = [...state.resources.values()].find((item) => item.indicator === indicator);
  return resource?.scopes.filter((scope) => granted.has(scope.id)).map((scope) => scope.name) ?? [];
}
