import type { ApplicationDraft, HookEvent } from '@account/logto-mgmt';
import { ownScopes, type Scope, supportScope } from '@account/procedures/schemas';

/** What each permission lets a person do, as Logto's console and consent page show it. */
export const scopeDescriptions: Record<Scope, string> = {
  'account:read': 'See the own account',
  'account:write': 'Change the own profile',
  'account:identifiers': 'Change the own username, email address and phone number',
  'account:password': 'Change the own password',
  'account:identities': 'Link and unlink the own social accounts',
  'account:mfa': 'Manage the own two-step verification and passkeys',
  'account:tokens': 'Manage the own personal access tokens',
  'account:sessions': 'See the own devices and connected apps, and sign them out',
  'account:delete': 'Deactivate and delete the own account',
  'account:support': 'Help other people with their accounts',
};

/** `ownerRole` goes to every new person; `supportRole` is given by hand, to staff. */
export const roles = {
  ownerRole: {
    name: 'account-owner',
    description: 'May look after the own account',
    isDefault: true,
    scopes: ownScopes,
  },
  supportRole: {
    name: 'account-support',
    description: 'May help other people with their accounts',
    isDefault: false,
    scopes: [supportScope],
  },
} as const satisfies Record<string, RolePlan>;

export type RolePlan = { name: string; description: string; isDefault: boolean; scopes: readonly string[] };

export const resourceName = 'Account settings API';

export const applications = {
  web: { name: 'Account settings', type: 'SPA', description: 'Where people look after their own account' },
  server: {
    name: 'Account settings server',
    type: 'MachineToMachine',
    description: 'Calls the Management API for people who are signed in to the account settings',
  },
  support: {
    name: 'Account settings: support command line',
    type: 'Native',
    description: 'Staff sign in to it to help other people with their accounts',
  },
} as const satisfies Record<string, Pick<ApplicationDraft, 'name' | 'type' | 'description'>>;

/** Of `account support`. Logto lets a native application come back to any port of the loopback address (RFC 8252, 7.3). */
export const loopbackRedirectUri = 'http://127.0.0.1/callback';

export const hookName = 'Account settings';

/** What the server wants to hear at once, because it remembers it for a while. */
export const hookEvents: HookEvent[] = ['User.Data.Updated', 'User.SuspensionStatus.Updated', 'User.Deleted'];

/** The addresses of an installation at Logto. `publicUrl` is an origin. */
export const addressesOf = (publicUrl: string) => ({
  redirectUri: `${publicUrl}/callback`,
  postLogoutRedirectUri: `${publicUrl}/`,
  corsOrigin: publicUrl,
  backchannelLogoutUri: `${publicUrl}/backchannel-logout`,
  webhookUrl: `${publicUrl}/webhooks/logto`,
});
