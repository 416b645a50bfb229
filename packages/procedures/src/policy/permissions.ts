import * as z from 'zod/mini';

/** The scopes of our API resource. A person's roles grant them; the access token carries those that were asked for. */
export const Scope = z.enum([
  'account:read',
  'account:write',
  'account:identifiers',
  'account:password',
  'account:identities',
  'account:mfa',
  'account:tokens',
  'account:sessions',
  'account:delete',
  'account:support',
]);
export type Scope = z.infer<typeof Scope>;

/** Lets its owner look at, and act on, accounts of other people: for staff alone, and no default role grants it. */
export const supportScope = 'account:support' satisfies Scope;

/** What people may do with their own account: what the settings app asks for, and what a default role grants. */
export const ownScopes = Scope.options.filter((scope) => scope !== supportScope);
