import { visible } from '../../policy/field-rights.ts';
import { Scope } from '../../policy/permissions.ts';
import type { PersonContext } from '../../trpc/context.ts';
import type { AccountOverview } from './schemas.ts';

/** Who the person is and what they may see and change. */
export function getOverview({ user, rights, caller }: PersonContext): AccountOverview {
  return {
    id: user.id,
    name: visible(rights.name, user.name),
    avatar: visible(rights.avatar, user.avatar),
    username: visible(rights.username, user.username),
    email: visible(rights.email, user.primaryEmail),
    phone: visible(rights.phone, user.primaryPhone),
    hasPassword: user.hasPassword ?? false,
    createdAt: user.createdAt,
    lastSignInAt: user.lastSignInAt,
    rights,
    scopes: Scope.options.filter((scope) => caller.scopes.has(scope)),
  };
}
