import type { AccountClaims } from 'oidc-provider';
import type { State, User } from '../state.ts';

const profileFields = {
  family_name: 'familyName',
  given_name: 'givenName',
  middle_name: 'middleName',
  nickname: 'nickname',
  profile: 'profile',
  website: 'website',
  gender: 'gender',
  birthdate: 'birthdate',
  zoneinfo: 'zoneinfo',
  locale: 'locale',
} as const;

/** Which claims a scope stands for. */
const idTokenClaims = {
  profile: [
    'name',
    ...Object.keys(profileFields),
    'preferred_username',
    'picture',
    'updated_at',
    'username',
    'created_at',
  ],
  email: ['email', 'email_verified'],
  phone: ['phone_number', 'phone_number_verified'],
  address: ['address'],
};

/** Claims that only the user info endpoint gives, unless a tenant switches them on for ID tokens. */
const userInfoClaims = {
  custom_data: ['custom_data'],
  identities: ['identities', 'sso_identities'],
  roles: ['roles'],
  'urn:logto:scope:organizations': ['organizations', 'organization_data'],
  'urn:logto:scope:organization_roles': ['organization_roles'],
  'urn:logto:scope:sessions': [],
  'urn:logto:scope:trusted_devices': [],
};

export const claimsByScope: Record<string, string[]> = { ...idTokenClaims, ...userInfoClaims };

type ClaimsRequest = { use: string; scope: string };

/** The claims about a person that the scopes allow. Empty columns are null, empty profile fields are left out. */
export function claimsOf(state: State, user: User, { use, scope }: ClaimsRequest): AccountClaims {
  const table: Record<string, string[]> = use === 'userinfo' ? claimsByScope : idTokenClaims;
  const wanted = scope.split(' ').flatMap((name) => table[name] ?? []);
  const all = allClaims(state, user);
  return { sub: user.id, ...Object.fromEntries(wanted.map((claim) => [claim, all[claim]])) };
}

function allClaims(state: State, user: User): Record<string, unknown> {
  const { profile } = user;
  const fields = Object.entries(profileFields).map(([claim, field]) => [claim, profile[field]]);
  return {
    ...Object.fromEntries(fields),
    ...organizationClaims(state, user),
    preferred_username: profile.preferredUsername ?? user.username ?? undefined,
    address: profile.address,
    name: user.name,
    username: user.username,
    picture: user.avatar,
    email: user.primaryEmail,
    email_verified: Boolean(user.primaryEmail),
    phone_number: user.primaryPhone,
    phone_number_verified: Boolean(user.primaryPhone),
    custom_data: user.customData,
    identities: user.identities,
    sso_identities: user.ssoIdentities.map(({ issuer, identityId, detail }) => ({
      issuer,
      identityId,
      detail,
    })),
    roles: user.roleIds.flatMap((id) => state.roles.get(id)?.name ?? []),
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}

function organizationClaims(state: State, user: User) {
  const organizations = [...state.organizations.values()].filter(({ members }) => members.has(user.id));
  const roleName = (id: string) => state.organizationRoles.get(id)?.name ?? [];
  return {
    organizations: organizations.map(({ id }) => id),
    organization_data: organizations.map(({ id, name, description }) => ({ id, name, description })),
    organization_roles: organizations.flatMap(({ id, members }) =>
      (members.get(user.id) ?? []).flatMap(roleName).map((name) => `${id}:${name}`),
    ),
  };
}
