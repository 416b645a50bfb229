import type { AccountField } from '@account/procedures/schemas';
import {
  Building2,
  History,
  House,
  KeyRound,
  LayoutGrid,
  Link2,
  LockKeyhole,
  type LucideIcon,
  MonitorSmartphone,
  ShieldCheck,
  UserCog,
  UserRound,
} from 'lucide-react';

/** The left navigation, as data: a new page is one line here and one in `pages.tsx`. */
export const navigation = [
  {
    group: 'you',
    items: [
      { page: 'overview', to: '/', icon: House },
      { page: 'profile', to: '/profile', icon: UserRound },
      { page: 'organizations', to: '/organizations', icon: Building2 },
    ],
  },
  {
    group: 'security',
    items: [
      { page: 'signIn', to: '/sign-in/{-$method}', icon: LockKeyhole },
      { page: 'mfa', to: '/two-step/{-$task}', icon: ShieldCheck, field: 'mfa' },
      { page: 'social', to: '/social', icon: Link2, field: 'social' },
      { page: 'devices', to: '/devices', icon: MonitorSmartphone, field: 'session' },
      { page: 'apps', to: '/apps', icon: LayoutGrid, field: 'session' },
    ],
  },
  {
    group: 'data',
    items: [
      { page: 'tokens', to: '/tokens', icon: KeyRound },
      { page: 'activity', to: '/activity', icon: History },
      { page: 'account', to: '/account', icon: UserCog },
    ],
  },
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
