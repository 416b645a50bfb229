import type { State, User } from '../state.ts';
import { usersNewestFirst } from '../users.ts';
import { invalidSearch, searchIn } from './search.ts';

const fields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

/** The people that a search finds and `excludeRoleId` or `excludeOrganizationId` leaves. Throws 400 `request.invalid_input`. */
export function searchUsers(state: State, query: URLSearchParams): User[] {
  const isExcluded = exclusion(state, query);
  const fits = searchIn(fields, query);
  return usersNewestFirst(state).filter((user) => !isExcluded(user) && fits(user));
}

function exclusion(state: State, query: URLSearchParams): (user: User) => boolean {
  const roleId = query.get('excludeRoleId');
  const organizationId = query.get('excludeOrganizationId');
  if (roleId && organizationId) throw invalidSearch();
  if (roleId) return (user) => user.roleIds.includes(roleId);
  const members = organizationId ? state.organizations.get(organizationId)?.members : undefined;
  return (user) => members?.has(user.id) ?? false;
}
