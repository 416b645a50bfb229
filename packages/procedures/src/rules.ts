import type { FieldRights } from './policy/field-rights-schemas.ts';

/** What an operator decides. */
export type Rules = {
  /** What people may see and edit while Logto's account center is disabled; a field that is not named is `Edit`. */
  fieldRights: Partial<FieldRights>;
  /** Keys of `customData` that people may read and change, besides those of the tenant's custom profile fields. */
  customDataKeys: readonly string[];
  /** Personal access tokens: the lifetimes to offer, and the longest one, in days; `null` allows tokens without an end. */
  tokens: { presetsDays: readonly number[]; maxDays: number | null };
};

export const defaultRules: Rules = {
  fieldRights: {},
  customDataKeys: [],
  tokens: { presetsDays: [7, 30, 90, 365], maxDays: null },
};
