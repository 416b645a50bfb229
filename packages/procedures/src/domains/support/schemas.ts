import * as z from 'zod/mini';
import { aboutPerson, onBehalfOf } from '../../trpc/on-behalf-schemas.ts';
import { ActivityPage } from '../activity/schemas.ts';
import { ConnectedApps } from '../apps/schemas.ts';
import { EnterpriseIdentities } from '../enterprise/schemas.ts';
import { MfaOverview } from '../mfa/schemas.ts';
import { Memberships } from '../organizations/schemas.ts';
import { Sessions } from '../sessions/schemas.ts';
import { LinkedSocialAccount } from '../social/schemas.ts';
import { Token } from '../tokens/schemas.ts';

/** What to look for people by. */
export const SupportField = z.enum(['id', 'email', 'phone', 'username', 'name']);
export type SupportField = z.infer<typeof SupportField>;

export const SupportSearch = z.strictObject({
  /** A name is found by any part of it, everything else as a whole; without a field any part of any field. */
  by: z.exactOptional(SupportField),
  text: z
    .string()
    .check(
      z.trim(),
      z.minLength(2),
      z.maxLength(128),
      z.regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'CHARACTERS_NOT_ALLOWED' }),
    ),
  page: z._default(z.int().check(z.minimum(1), z.maximum(1000)), 1),
  pageSize: z._default(z.int().check(z.minimum(1), z.maximum(50)), 20),
});
export type SupportSearch = z.infer<typeof SupportSearch>;

/** Times are epoch milliseconds. */
export const SupportPerson = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  avatar: z.nullable(z.string()),
  username: z.nullable(z.string()),
  email: z.nullable(z.string()),
  /** Digits with the country code, no `+`. */
  phone: z.nullable(z.string()),
  createdAt: z.number(),
  lastSignInAt: z.nullable(z.number()),
  isSuspended: z.boolean(),
});
export type SupportPerson = z.infer<typeof SupportPerson>;

/** Newest first. */
export const SupportFound = z.object({ people: z.array(SupportPerson), totalCount: z.number() });
export type SupportFound = z.infer<typeof SupportFound>;

export const SupportTarget = z.strictObject(aboutPerson);
export type SupportTarget = z.infer<typeof SupportTarget>;

/** What somebody of the support did to an account, or was refused. */
export const SupportAction = z.object({
  at: z.number(),
  event: z.string(),
  /** `done`, or the code of the problem. */
  outcome: z.string(),
  agentId: z.string(),
  reason: z.nullable(z.string()),
});
export type SupportAction = z.infer<typeof SupportAction>;

/** An account as its owner sees it, and what only the support may know of it. */
export const SupportAccount = z.object({
  person: z.extend(SupportPerson, { hasPassword: z.boolean() }),
  /** The person is suspended by their own wish; `deletionDueAt` when they want the account deleted. */
  departure: z.nullable(z.object({ deletionDueAt: z.nullable(z.number()) })),
  /** Without the ways to add something, which are for the owner. */
  mfa: z.omit(MfaOverview, { passkeys: true }),
  social: z.array(LinkedSocialAccount),
  enterprise: EnterpriseIdentities,
  sessions: Sessions,
  apps: ConnectedApps,
  tokens: z.array(Token),
  organizations: Memberships,
  activity: ActivityPage,
  /** Newest first. */
  supportActions: z.array(SupportAction),
});
export type SupportAccount = z.infer<typeof SupportAccount>;

export const SupportOrder = z.strictObject(onBehalfOf);
export type SupportOrder = z.infer<typeof SupportOrder>;

const key = z.string().check(z.minLength(1), z.maxLength(128));
/** Yes, although nothing will let the person in afterwards. */
const leaveWithoutWayIn = z._default(z.boolean(), false);

export const FactorRemoval = z.strictObject({ ...onBehalfOf, id: key, leaveWithoutWayIn });
export type FactorRemoval = z.infer<typeof FactorRemoval>;

export const IdentityRemoval = z.strictObject({ ...onBehalfOf, target: key, leaveWithoutWayIn });
export type IdentityRemoval = z.infer<typeof IdentityRemoval>;

const detail = z.string().check(z.minLength(1), z.maxLength(256));

/** Whose the account at the provider is, nobody checks but the agent. */
export const IdentityReplacement = z.strictObject({
  ...onBehalfOf,
  target: key,
  identity: z.strictObject({
    /** The id that the provider has for the person. */
    userId: z.string().check(z.minLength(1), z.maxLength(256), z.regex(/^[^\p{Cc}\p{Cs}]*$/u)),
    details: z.exactOptional(
      z.strictObject({ name: z.exactOptional(detail), email: z.exactOptional(detail) }),
    ),
  }),
});
export type IdentityReplacement = z.infer<typeof IdentityReplacement>;

export const PersonDeletion = z.strictObject({
  ...onBehalfOf,
  /** The id once more, so that nobody deletes the wrong one of two. */
  confirmation: z.string().check(z.maxLength(64)),
});
export type PersonDeletion = z.infer<typeof PersonDeletion>;

export const SuspensionState = z.object({ isSuspended: z.boolean() });
export type SuspensionState = z.infer<typeof SuspensionState>;

export const SignedOutEverywhere = z.object({ count: z.number() });
export type SignedOutEverywhere = z.infer<typeof SignedOutEverywhere>;

export const FactorRemoved = z.object({ id: z.string(), backupCodesRemoved: z.boolean() });
export type FactorRemoved = z.infer<typeof FactorRemoved>;

export const IdentityRemoved = z.object({ target: z.string() });
export type IdentityRemoved = z.infer<typeof IdentityRemoved>;

export const IdentityReplaced = z.object({ target: z.string(), isNew: z.boolean() });
export type IdentityReplaced = z.infer<typeof IdentityReplaced>;

export const PersonDeleted = z.object({ personId: z.string() });
export type PersonDeleted = z.infer<typeof PersonDeleted>;
