import * as z from 'zod/mini';
import { FieldRights } from '../../policy/field-rights-schemas.ts';
import { Scope } from '../../policy/permissions.ts';

/** Who am I, and what may I do here. Times are epoch milliseconds; what the operator has switched off is `null`. */
export const AccountOverview = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  avatar: z.nullable(z.string()),
  username: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Digits with the country code, no `+`. */
  phone: z.nullable(z.string()),
  /** As people read it: `+44 20 7946 0000`. */
  phoneText: z.nullable(z.string()),
  hasPassword: z.boolean(),
  createdAt: z.number(),
  lastSignInAt: z.nullable(z.number()),
  /** What the operator lets people see and change. */
  rights: FieldRights,
  /** What this access token may be used for. */
  scopes: z.array(Scope),
});
export type AccountOverview = z.infer<typeof AccountOverview>;

/** The domain whose page settles a to-do. */
export const CheckUpDomain = z.enum(['password', 'email', 'phone', 'social', 'mfa']);
export type CheckUpDomain = z.infer<typeof CheckUpDomain>;

export const CheckUpItem = z.object({
  kind: z.enum(['no-second-factor', 'single-way-in', 'few-backup-codes', 'no-recovery-address']),
  severity: z.enum(['high', 'medium', 'low']),
  /** How many codes are left. */
  count: z.exactOptional(z.number()),
  domain: CheckUpDomain,
});
export type CheckUpItem = z.infer<typeof CheckUpItem>;

/** What the person could do to be safer, the most urgent first. */
export const CheckUp = z.array(CheckUpItem);
export type CheckUp = z.infer<typeof CheckUp>;
