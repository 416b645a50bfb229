import type { AccountCenter } from '@account/logto-mgmt';
import { AccountError } from '../trpc/account-error.ts';
import { type AccountField, FieldRight, type FieldRights } from './field-rights-schemas.ts';

/**
 * What people may see and edit. An enabled account center decides alone, and what it does not name is off, as in
 * Logto's own account pages. Otherwise our configuration decides, and what it does not name may be edited.
 */
export function fieldRights(accountCenter: AccountCenter, configured: Partial<FieldRights>): FieldRights {
  const { enabled, fields } = accountCenter;
  const right = (field: AccountField): FieldRight =>
    enabled ? (FieldRight.safeParse(fields[field]).data ?? 'Off') : (configured[field] ?? 'Edit');
  return {
    name: right('name'),
    avatar: right('avatar'),
    profile: right('profile'),
    email: right('email'),
    phone: right('phone'),
    password: right('password'),
    username: right('username'),
    social: right('social'),
    customData: right('customData'),
    mfa: right('mfa'),
    session: right('session'),
  };
}

/** For those whom the operator's choice of settings does not bind. */
export const everyRight: FieldRights = {
  name: 'Edit',
  avatar: 'Edit',
  profile: 'Edit',
  email: 'Edit',
  phone: 'Edit',
  password: 'Edit',
  username: 'Edit',
  social: 'Edit',
  customData: 'Edit',
  mfa: 'Edit',
  session: 'Edit',
};

/** Throws `FIELD_NOT_EDITABLE` unless every one of `fields` may be edited. */
export function assertEditable(rights: FieldRights, fields: readonly AccountField[]) {
  const closed = fields.filter((field) => rights[field] !== 'Edit');
  if (closed.length > 0) throw new AccountError('FIELD_NOT_EDITABLE', { closed });
}

/** The value, or `null` when the operator has switched the field off. */
export function visible<T>(right: FieldRight, value: T): T | null {
  return right === 'Off' ? null : value;
}
