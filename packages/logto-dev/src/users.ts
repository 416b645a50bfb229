import { notFound, RequestError } from './api/errors.ts';
import { newUserId } from './ids.ts';
import { canonicalPhone, comparablePhone } from './phone.ts';
import { isJsonObject, type State, type User } from './state.ts';

/** The columns of `users` that a caller may write. Texts may be `''`, which Logto stores as null. */
export type UserChange = Partial<
  Pick<
    User,
    'username' | 'primaryEmail' | 'primaryPhone' | 'name' | 'avatar' | 'customData' | 'profile' | 'password'
  >
>;

type Identifiers = Partial<Pick<User, 'username' | 'primaryEmail' | 'primaryPhone'>>;
type IdentifierKind = keyof Identifiers;

const columnLimits = {
  username: 128,
  primaryEmail: 128,
  primaryPhone: 128,
  name: 128,
  avatar: 2048,
} as const;

const takenCodes: Record<IdentifierKind, string> = {
  primaryEmail: 'user.email_already_in_use',
  primaryPhone: 'user.phone_already_in_use',
  username: 'user.username_already_in_use',
};

/** Throws 404 `entity.not_found`. */
export function getUser(state: State, id: string): User {
  const user = state.users.get(id);
  if (!user) throw notFound();
  return user;
}

/** The person behind what is typed into a sign-in field: an e-mail address, a phone number or a username. */
export function findUserByIdentifier(state: State, text: string): User | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const digits = typed.replace(/[-+() ]/g, '');
  return (
    findUserBy(state, 'primaryEmail', typed) ??
    (/^\d+$/.test(digits) ? findUserBy(state, 'primaryPhone', digits) : undefined) ??
    findUserBy(state, 'username', typed)
  );
}

function findUserBy(state: State, kind: IdentifierKind, value: string): User | undefined {
  const wanted = comparable(state, kind, value);
  return usersNewestFirst(state).find((user) => comparable(state, kind, user[kind]) === wanted);
}

/** E-mail addresses match without case, usernames by the tenant's policy, phone numbers with and without a zero. */
function comparable(state: State, kind: IdentifierKind, value: string | null) {
  if (value === null) return null;
  if (kind === 'primaryPhone') return comparablePhone(value);
  return kind === 'username' && isUsernameCaseSensitive(state) ? value : value.toLowerCase();
}

function isUsernameCaseSensitive({ signInExperience: { usernamePolicy } }: State) {
  return !(isJsonObject(usernamePolicy) && usernamePolicy.caseSensitive === false);
}

/** The order of `order` decides which conflict is reported. Throws 422 `user.*_already_in_use`. */
export function assertIdentifiersFree(
  state: State,
  identifiers: Identifiers,
  { exceptUserId, order }: { exceptUserId?: string; order: IdentifierKind[] },
) {
  for (const kind of order) {
    const value = identifiers[kind];
    if (!value) continue;
    const wanted = comparable(state, kind, value);
    const isTaken = [...state.users.values()].some(
      (user) => user.id !== exceptUserId && comparable(state, kind, user[kind]) === wanted,
    );
    if (isTaken) throw new RequestError(takenCodes[kind], 422);
  }
}

export const usersNewestFirst = (state: State): User[] =>
  [...state.users.values()].reverse().sort((a, b) => b.createdAt - a.createdAt);

/** Applies what the database of Logto does to a row. All or nothing. */
function toRow(change: UserChange): UserChange {
  const row = { ...change };
  if (row.primaryPhone) row.primaryPhone = canonicalPhone(row.primaryPhone);
  for (const key of ['username', 'primaryEmail', 'primaryPhone', 'name', 'avatar'] as const) {
    const value = row[key];
    if (value === '') row[key] = null;
    else if (value && [...value].length > columnLimits[key])
      throw new RequestError('entity.value_too_long', 422, {
        data: { message: `value too long for type character varying(${columnLimits[key]})` },
      });
  }
  return row;
}

/**
 * Inserts a person with the default roles, as `POST /api/users` and a sign-up do. Does not check for conflicts;
 * see {@link assertIdentifiersFree}.
 */
export function createUser(state: State, draft: UserChange & Partial<Pick<User, 'applicationId'>>): User {
  const now = Date.now();
  const user: User = {
    id: newUserId(),
    username: null,
    primaryEmail: null,
    primaryPhone: null,
    name: null,
    avatar: null,
    customData: {},
    identities: {},
    profile: {},
    applicationId: draft.applicationId ?? null,
    isSuspended: false,
    lastSignInAt: null,
    createdAt: now,
    updatedAt: now,
    password: null,
    isPasswordExpired: false,
    logtoConfig: {},
    mfaVerifications: [],
    ssoIdentities: [],
    personalAccessTokens: [],
    roleIds: [...state.roles.values()].filter((role) => role.isDefault).map((role) => role.id),
    ...toRow(draft),
  };
  state.users.set(user.id, user);
  return user;
}

/** Throws 422 `entity.invalid_input` when nothing is to be written, `entity.value_too_long`, `user.invalid_phone`. */
export function updateUser(user: User, change: UserChange) {
  const row = toRow(change);
  if (Object.keys(row).length === 0) throw new RequestError('entity.invalid_input', 422);
  Object.assign(user, row, row.password === undefined ? {} : { isPasswordExpired: false });
  touch(user);
}

/** Every write of a row moves `updatedAt`. */
export function touch(user: User) {
  user.updatedAt = Date.now();
}

/** Ends sessions, refresh tokens and opaque access tokens; grants, codes and JWTs live on, as in Logto. */
export function signOutUser(state: State, userId: string) {
  for (const [key, { kind, payload }] of state.oidc) {
    const isEnded = kind === 'AccessToken' || kind === 'RefreshToken' || kind === 'Session';
    if (isEnded && payload.accountId === userId) state.oidc.delete(key);
  }
  for (const [uid, { accountId }] of state.sessionExtensions)
    if (accountId === userId) state.sessionExtensions.delete(uid);
}

export function deleteUser(state: State, userId: string) {
  signOutUser(state, userId);
  for (const { members } of state.organizations.values()) members.delete(userId);
  state.users.delete(userId);
}

/** The user object of the Management API (`GET /api/users/{userId}`). */
export function toUserJson(user: User, show: { ssoIdentities?: boolean; passwordHash?: boolean } = {}) {
  return {
    id: user.id,
    username: user.username,
    primaryEmail: user.primaryEmail,
    primaryPhone: user.primaryPhone,
    name: user.name,
    avatar: user.avatar,
    customData: user.customData,
    identities: user.identities,
    lastSignInAt: user.lastSignInAt,
    createdAt: user.createdAt,
    updatedAt: user.updatedAt,
    profile: user.profile,
    applicationId: user.applicationId,
    // The client of another kind that signed the person up; the local Logto knows none.
    cimdClientId: null,
    isSuspended: user.isSuspended,
    hasPassword: user.password !== null,
    ...(show.ssoIdentities && { ssoIdentities: user.ssoIdentities }),
    ...(show.passwordHash && {
      passwordDigest: user.password?.digest ?? null,
      passwordAlgorithm: user.password?.algorithm ?? null,
    }),
  };
}

/** A person as a hook tells of them where the answer of the request does not. */
export function toHookJson(user: User) {
  const { hasPassword: _, ...info } = toUserJson(user);
  return info;
}
