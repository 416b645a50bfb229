import type { AccountField } from '@account/procedures/schemas';
import { House, KeyRound, type LucideIcon, UserRound } from 'lucide-react';

/** The left navigation, as data: a new page is one line here and one in `router.tsx`. */
export const navigation = [
  {
    group: 'you',
    items: [
      { page: 'overview', to: '/', icon: House },
      { page: 'profile', to: '/profile', icon: UserRound },
    ],
  },
  { group: 'security', items: [] },
  { group: 'data', items: [{ page: 'tokens', to: '/tokens', icon: KeyRound }] },
] as const satisfies readonly {
  group: string;
  items: readonly {
    page: string;
    to: string;
    icon: LucideIcon;
    /** Where the operator has switched this off, the page is not offered. */
    field?: AccountField;
  }[];
}[];
