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
]);
export type Scope = z.infer<typeof Scope>;
