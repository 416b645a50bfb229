import type { ProfileField } from '@account/procedures/schemas';
import { useTranslation } from 'react-i18next';
import type { en } from '../../locales/en/index.ts';

type Claim = keyof typeof en.profile.claims;

/** The operator's own word for a field, or ours for a claim that everybody knows. */
export function useLabels() {
  const { t } = useTranslation('profile');
  const claims: Record<Claim, string> = t('claims', { returnObjects: true });
  return ({ label, name }: Pick<ProfileField, 'label' | 'name'>) =>
    label ?? new Map(Object.entries(claims)).get(name) ?? name;
}

/** The cards of the page, in order. */
export const groups = ['basics', 'about', 'other'] as const;
export type Group = (typeof groups)[number];

const basics = new Set(['familyName', 'givenName', 'middleName', 'nickname', 'preferredUsername']);

export function groupOf({ name, group, type }: ProfileField): Group {
  if (group === 'customData') return 'other';
  return group !== 'profile' || type === 'Fullname' || basics.has(name) ? 'basics' : 'about';
}
