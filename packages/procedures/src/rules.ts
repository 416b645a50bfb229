import type { FieldRights } from './policy/field-rights-schemas.ts';

/** What an operator decides. */
export type Rules = {
  /** What people call the product; their authenticator apps show it. */
  productName: string;
  /** What people may see and edit while Logto's account center is disabled; a field that is not named is `Edit`. */
  fieldRights: Partial<FieldRights>;
  /** Keys of `customData` that people may read and change, besides those of the tenant's custom profile fields. */
  customDataKeys: readonly string[];
  /** Where a social provider may send people back to after linking, compared character by character; none by default. */
  socialRedirectUris: readonly string[];
  /** Personal access tokens: the lifetimes to offer, and the longest one, in days; `null` allows tokens without an end. */
  tokens: { presetsDays: readonly number[]; maxDays: number | null };
  deletion: {
    /** Days between the wish to be deleted and the deletion, in which the person can come back; 0 deletes at once. */
    graceDays: number;
    /** Asked before an account is deleted; see `askBeforeDelete`. */
    webhook?: { url: string; secret: string } | undefined;
  };
  support: {
    /** Whether somebody of the support may act on the account of somebody else of the support; never on their own. */
    onStaff: boolean;
  };
  journal: {
    /** How long the record of what was done to an account is kept. */
    retentionDays: number;
  };
  /** How far the clock of Logto, which dates tokens, may be behind ours. */
  clockSkewSeconds: number;
};

export const defaultRules: Rules = {
  productName: 'Account',
  fieldRights: {},
  customDataKeys: [],
  socialRedirectUris: [],
  tokens: { presetsDays: [7, 30, 90, 365], maxDays: null },
  deletion: { graceDays: 14 },
  support: { onStaff: false },
  journal: { retentionDays: 365 },
  clockSkewSeconds: 5,
};
