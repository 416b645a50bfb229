import type { ActivityItem } from '@account/procedures/schemas';
import {
  AppWindow,
  Building2,
  Key,
  KeyRound,
  LifeBuoy,
  Link2,
  LogIn,
  type LucideIcon,
  Mail,
  MonitorSmartphone,
  Phone,
  ShieldAlert,
  ShieldCheck,
  UserRound,
} from 'lucide-react';

/** By the first part of an event's name. */
const icons = new Map<string, LucideIcon>([
  ['sign-in', LogIn],
  ['email', Mail],
  ['phone', Phone],
  ['password', Key],
  ['mfa', ShieldCheck],
  ['step-up', ShieldCheck],
  ['social', Link2],
  ['session', MonitorSmartphone],
  ['app', AppWindow],
  ['organization', Building2],
  ['token', KeyRound],
  ['support', LifeBuoy],
]);

/** The sort of an event, and whether it was refused, at a glance. Decoration beside its sentence. */
export function EventIcon({ item: { event, outcome } }: { item: ActivityItem }) {
  const isRefused = outcome === 'refused';
  const Icon = isRefused ? ShieldAlert : (icons.get(event.split('.')[0] ?? '') ?? UserRound);
  return (
    <span
      aria-hidden="true"
      className={`inline-flex size-10 shrink-0 items-center justify-center rounded-full ${
        isRefused ? 'bg-danger-soft text-danger' : 'bg-accent-soft text-accent'
      }`}
    >
      <Icon className="size-5" />
    </span>
  );
}
