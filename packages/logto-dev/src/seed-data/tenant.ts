import { newApplication } from '../applications.ts';
import { managementApiIndicator } from '../keys.ts';
import type { Application, Organization, OrganizationRole, Resource, Role } from '../state.ts';
import { fixedId } from './fixed-id.ts';

const createdAt = Date.UTC(2026, 0, 12, 9);

export const accountApiIndicator = 'https://account.local/api';

const accountScopes = [
  'account:read',
  'account:write',
  'account:identifiers',
  'account:password',
  'account:identities',
  'account:mfa',
  'account:tokens',
  'account:sessions',
  'account:delete',
];

const supportScope = 'account:support';

/** Fixed on purpose: they open nothing but a server on this machine. */
export const devSecrets = {
  accountApi: 'dev-secret-of-account-api-0000000',
  withoutRole: 'dev-secret-of-machine-no-role-000',
  exchange: 'dev-secret-of-exchange-client-000',
  bootstrap: 'dev-secret-of-bootstrap-00000000',
} as const;

export const managementResource: Resource = {
  id: fixedId('managementapi'),
  name: 'Logto Management API',
  indicator: managementApiIndicator,
  isDefault: false,
  accessTokenTtlSeconds: 3600,
  scopes: [
    {
      id: fixedId('managementall'),
      name: 'all',
      description: 'Default scope for Management API, allows all permissions.',
      createdAt,
    },
  ],
};

export const accountResource: Resource = {
  id: fixedId('accountapi'),
  name: 'Account API',
  indicator: accountApiIndicator,
  isDefault: false,
  accessTokenTtlSeconds: 3600,
  scopes: [...accountScopes, supportScope].map((name) => ({
    id: fixedId(name),
    name,
    description: `Grants ${name}`,
    createdAt,
  })),
};

const scopeIds = ({ scopes }: Resource) => scopes.map(({ id }) => id);

export const machineRole: Role = {
  id: fixedId('managementaccess'),
  name: 'Logto Management API access',
  description: 'Management API access',
  type: 'MachineToMachine',
  isDefault: false,
  scopeIds: scopeIds(managementResource),
};

export const ownerRole: Role = {
  id: fixedId('accountowner'),
  name: 'account-owner',
  description: 'May look after the own account',
  type: 'User',
  isDefault: true,
  scopeIds: accountScopes.map((name) => fixedId(name)),
};

export const supportRole: Role = {
  id: fixedId('support'),
  name: 'account-support',
  description: 'May help people with their accounts',
  type: 'User',
  isDefault: false,
  scopeIds: [fixedId(supportScope)],
};

export const memberRole: OrganizationRole = {
  id: fixedId('orgmember'),
  name: 'member',
  description: 'Works here',
  type: 'User',
};

export const organization: Organization = {
  id: fixedId('acme'),
  name: 'Acme Studio',
  description: 'Makes things that last',
  customData: {},
  isMfaRequired: false,
  createdAt,
  members: new Map(),
};

export const bootstrapApplication = newApplication({
  createdAt,
  id: 'bootstrap',
  name: 'Bootstrap',
  type: 'MachineToMachine',
  secret: devSecrets.bootstrap,
  roleIds: [machineRole.id],
});

/** The applications of the demo tenant; the single-page one is registered at each of the origins. */
export function demoApplications(origins: string[]): Application[] {
  return [
    newApplication({
      createdAt,
      id: 'account-web',
      name: 'Account settings',
      type: 'SPA',
      oidcClientMetadata: {
        redirectUris: origins.map((origin) => `${origin}/callback`),
        postLogoutRedirectUris: origins.map((origin) => `${origin}/`),
        // With these Logto puts `sid` into ID tokens, by which the app knows the session it is in.
        backchannelLogoutUri: `${origins[0]}/backchannel-logout`,
        backchannelLogoutSessionRequired: true,
      },
      customClientMetadata: { allowTokenExchange: true },
    }),
    newApplication({
      createdAt,
      id: 'account-support',
      name: 'Account support',
      type: 'Native',
      redirectUris: ['http://127.0.0.1/callback'],
    }),
    newApplication({
      createdAt,
      id: 'account-api',
      name: 'Account server',
      type: 'MachineToMachine',
      secret: devSecrets.accountApi,
      roleIds: [machineRole.id],
    }),
    newApplication({
      createdAt,
      id: 'machine-without-role',
      name: 'Machine without a role',
      type: 'MachineToMachine',
      secret: devSecrets.withoutRole,
    }),
    newApplication({
      createdAt,
      id: 'token-exchange',
      name: 'Command line service',
      type: 'Traditional',
      secret: devSecrets.exchange,
      redirectUris: ['http://localhost:8787/callback'],
      customClientMetadata: { allowTokenExchange: true },
    }),
    newApplication({
      createdAt,
      id: 'print-shop',
      name: 'Print shop',
      type: 'Traditional',
      secret: 'dev-secret-of-print-shop-00000000',
      isThirdParty: true,
      redirectUris: ['http://localhost:8788/callback'],
      display: {
        displayName: 'Paper & Co. Print shop',
        privacyPolicyUrl: 'https://print.example/privacy',
      },
    }),
  ];
}
