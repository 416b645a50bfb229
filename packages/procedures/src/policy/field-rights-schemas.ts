import * as z from 'zod/mini';

/** The groups of settings that an operator can open or close, named as in Logto's account center. */
export const AccountField = z.enum([
  'name',
  'avatar',
  'profile',
  'email',
  'phone',
  'password',
  'username',
  'social',
  'customData',
  'mfa',
  'session',
]);
export type AccountField = z.infer<typeof AccountField>;

/** `Off`: not shown. `ReadOnly`: shown. `Edit`: may be changed. The values are Logto's own. */
export const FieldRight = z.enum(['Off', 'ReadOnly', 'Edit']);
export type FieldRight = z.infer<typeof FieldRight>;

export const FieldRights = z.record(AccountField, FieldRight);
export type FieldRights = z.infer<typeof FieldRights>;
