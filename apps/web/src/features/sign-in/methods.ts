import * as z from 'zod/mini';

/** What people sign in with; each has an address of its own. */
export const SignInMethod = z.enum(['username', 'email', 'phone', 'password']);
export type SignInMethod = z.infer<typeof SignInMethod>;

export type Identifier = Exclude<SignInMethod, 'password'>;

export const scopes = {
  username: 'account:identifiers',
  email: 'account:identifiers',
  phone: 'account:identifiers',
  password: 'account:password',
} as const;
