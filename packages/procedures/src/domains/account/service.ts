import { visible } from '../../policy/field-rights.ts';
import { Scope } from '../../policy/permissions.ts';
import { phoneText } from '../../policy/phone-text.ts';
import { toMeans } from '../../policy/way-in.ts';
import type { PersonContext } from '../../trpc/context.ts';
import { findTodos } from './check-up.ts';
import type { AccountOverview, CheckUp } from './schemas.ts';

/** Who the person is and what they may see and change. */
export function getOverview({ user, rights, caller }: PersonContext): AccountOverview {
  return {
    id: user.id,
    name: visible(rights.name, user.name),
    avatar: visible(rights.avatar, user.avatar),
    username: visible(rights.username, user.username),
    email: visible(rights.email, user.primaryEmail),
    phone: visible(rights.phone, user.primaryPhone),
    phoneText: visible(rights.phone, phoneText(user.primaryPhone)),
    hasPassword: user.hasPassword ?? false,
    createdAt: user.createdAt,
    lastSignInAt: user.lastSignInAt,
    rights,
    scopes: Scope.options.filter((scope) => caller.scopes.has(scope)),
  };
}

/**
 * What the person could do to be safer. It stands on the first page that people see, so it rests on one more call of
 * their own than every page: `GET /api/users/{id}/mfa-verifications`.
 */
export async function checkUp({ services, user, rights }: PersonContext): Promise<CheckUp> {
  const { logto, tenant } = services;
  const [factors, signInExperience, connectors] = await Promise.all([
    logto.users.mfaVerifications.list(user.id),
    tenant.signInExperience(),
    tenant.connectors(),
  ]);
  return findTodos({
    means: toMeans(user, factors.filter(({ type }) => type === 'WebAuthn').length),
    tenant: { signInExperience, connectors, factors: signInExperience.mfa.factors },
    factors,
    rights,
  });
}
