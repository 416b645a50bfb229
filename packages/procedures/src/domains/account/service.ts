import { visible } from '../../policy/field-rights.ts';
import { Scope } from '../../policy/permissions.ts';
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
    hasPassword: user.hasPassword ?? false,
    createdAt: user.createdAt,
    lastSignInAt: user.lastSignInAt,
    rights,
    scopes: Scope.options.filter((scope) => caller.scopes.has(scope)),
  };
}

/**
 * What the person could do to be safer. Rests on three calls of their own: `GET /api/users/{id}` with SSO identities,
 * `…/mfa-verifications` and `…/personal-access-tokens`.
 */
export async function checkUp({ services, user: { id }, rights }: PersonContext): Promise<CheckUp> {
  const { logto, tenant } = services;
  const [user, factors, tokens, signInExperience, connectors] = await Promise.all([
    logto.users.get(id, { includeSsoIdentities: true }),
    logto.users.mfaVerifications.list(id),
    logto.users.personalAccessTokens.list(id),
    tenant.signInExperience(),
    tenant.connectors(),
  ]);
  return findTodos({
    means: toMeans(user, factors.filter(({ type }) => type === 'WebAuthn').length),
    tenant: { signInExperience, connectors, factors: signInExperience.mfa.factors },
    factors,
    tokens,
    rights,
    now: Date.now(),
  });
}
