import type { MethodTable } from './method-table.ts';

const application = {
  id: 'a1',
  name: 'Web',
  description: null,
  type: 'SPA',
  isThirdParty: false,
  oidcClientMetadata: {
    redirectUris: ['https://a.example/callback'],
    postLogoutRedirectUris: ['https://a.example/'],
    backchannelLogoutSessionRequired: true,
  },
  customClientMetadata: { corsAllowedOrigins: ['https://a.example'] },
  customData: { made: 1 },
} as const;
const draft = { name: 'Web', type: 'SPA' } as const;
const oidcClientMetadata = { redirectUris: ['https://b.example/'], postLogoutRedirectUris: [] };
const scope = {
  tenantId: 'default',
  id: 's1',
  resourceId: 'r1',
  name: 'a:read',
  description: '',
  createdAt: 1,
};
const resource = {
  tenantId: 'default',
  id: 'r1',
  name: 'API',
  indicator: 'https://a.example/api',
  isDefault: false,
  accessTokenTtl: 3600,
};
const role = {
  tenantId: 'default',
  id: 'o1',
  name: 'owner',
  description: 'd',
  type: 'User',
  isDefault: true,
} as const;
const hook = {
  name: 'h',
  events: ['User.Deleted' as const],
  config: { url: 'https://a.example/hook' },
  enabled: true,
};
const totals = { totalCount: 42, totalCountIsCapped: true };

export const provisioningMethods: MethodTable = {
  'applications.list': {
    call: (c) => c.applications.list({ page: 1, pageSize: 100 }),
    sends: 'GET /applications?page=1&page_size=100',
    answer: [{ ...application, secret: 'x', tenantId: 'default' }],
    gives: { items: [application], ...totals },
  },
  'applications.create': {
    call: (c) => c.applications.create({ ...draft, oidcClientMetadata }),
    sends: 'POST /applications',
    body: { ...draft, oidcClientMetadata },
    answer: { ...application, secret: 'x' },
    gives: application,
  },
  'applications.update': {
    call: (c) => c.applications.update('a1', { oidcClientMetadata }),
    sends: 'PATCH /applications/a1',
    body: { oidcClientMetadata },
    answer: { ...application, secret: 'x' },
    gives: application,
  },
  'applications.remove': {
    call: (c) => c.applications.remove('a1'),
    sends: 'DELETE /applications/a1',
    status: 204,
  },
  'applications.secrets.list': {
    call: (c) => c.applications.secrets.list('a1'),
    sends: 'GET /applications/a1/secrets',
    answer: [{ tenantId: 'default', applicationId: 'a1', name: 'n', value: 'v', expiresAt: null }],
    gives: [{ name: 'n', value: 'v', expiresAt: null }],
  },
  'applications.roles.list': {
    call: (c) => c.applications.roles.list('a1', { page: 1 }),
    sends: 'GET /applications/a1/roles?page=1',
    answer: [role],
    gives: { items: [role], ...totals },
  },
  'applications.roles.add': {
    call: (c) => c.applications.roles.add('a1', ['o1']),
    sends: 'POST /applications/a1/roles',
    body: { roleIds: ['o1'] },
    status: 201,
    answer: { roleIds: ['o1'], addedRoleIds: [] },
    gives: undefined,
  },
  'resources.list': {
    call: (c) => c.resources.list(),
    sends: 'GET /resources?includeScopes=true',
    answer: [{ ...resource, scopes: [scope] }, resource],
    gives: [
      { ...resource, scopes: [scope] },
      { ...resource, scopes: [] },
    ],
  },
  'resources.create': {
    call: (c) => c.resources.create({ name: 'API', indicator: 'https://a.example/api', accessTokenTtl: 60 }),
    sends: 'POST /resources',
    body: { name: 'API', indicator: 'https://a.example/api', accessTokenTtl: 60 },
    status: 201,
    answer: { ...resource, scopes: [] },
  },
  'resources.update': {
    call: (c) => c.resources.update('r1', { accessTokenTtl: 60 }),
    sends: 'PATCH /resources/r1',
    body: { accessTokenTtl: 60 },
    answer: resource,
  },
  'resources.remove': {
    call: (c) => c.resources.remove('r1'),
    sends: 'DELETE /resources/r1',
    status: 204,
  },
  'resources.scopes.create': {
    call: (c) => c.resources.scopes.create('r1', { name: 'a:read', description: 'd' }),
    sends: 'POST /resources/r1/scopes',
    body: { name: 'a:read', description: 'd' },
    status: 201,
    answer: scope,
  },
  'resources.scopes.update': {
    call: (c) => c.resources.scopes.update('r1', 's1', { description: 'd' }),
    sends: 'PATCH /resources/r1/scopes/s1',
    body: { description: 'd' },
    answer: scope,
  },
  'resources.scopes.remove': {
    call: (c) => c.resources.scopes.remove('r1', 's1'),
    sends: 'DELETE /resources/r1/scopes/s1',
    status: 204,
  },
  'roles.list': {
    call: (c) => c.roles.list({ type: 'User', page: 1, pageSize: 100 }),
    sends: 'GET /roles?page=1&page_size=100&type=User',
    answer: [{ ...role, usersCount: 1, featuredUsers: [{ id: 'u1' }] }],
    gives: { items: [role], ...totals },
  },
  'roles.create': {
    call: (c) => c.roles.create({ name: 'owner', description: 'd', type: 'User', scopeIds: ['s1'] }),
    sends: 'POST /roles',
    body: { name: 'owner', description: 'd', type: 'User', scopeIds: ['s1'] },
    answer: role,
  },
  'roles.update': {
    call: (c) => c.roles.update('o1', { isDefault: true }),
    sends: 'PATCH /roles/o1',
    body: { isDefault: true },
    answer: role,
  },
  'roles.remove': { call: (c) => c.roles.remove('o1'), sends: 'DELETE /roles/o1', status: 204 },
  'roles.scopes.list': {
    call: (c) => c.roles.scopes.list('o1'),
    sends: 'GET /roles/o1/scopes',
    answer: [{ ...scope, resource }],
  },
  'roles.scopes.add': {
    call: (c) => c.roles.scopes.add('o1', ['s1']),
    sends: 'POST /roles/o1/scopes',
    body: { scopeIds: ['s1'] },
    status: 201,
    answer: [scope],
    gives: undefined,
  },
  'roles.scopes.remove': {
    call: (c) => c.roles.scopes.remove('o1', 's1'),
    sends: 'DELETE /roles/o1/scopes/s1',
    status: 204,
  },
  'hooks.list': { call: (c) => c.hooks.list(), sends: 'GET /hooks', answer: [{ ...hook, id: 'h1' }] },
  'hooks.create': {
    call: (c) => c.hooks.create(hook),
    sends: 'POST /hooks',
    body: hook,
    status: 201,
    answer: { ...hook, id: 'h1', signingKey: 'k' },
  },
  'hooks.update': {
    call: (c) => c.hooks.update('h1', { enabled: true }),
    sends: 'PATCH /hooks/h1',
    body: { enabled: true },
    answer: { ...hook, id: 'h1' },
  },
  'hooks.remove': { call: (c) => c.hooks.remove('h1'), sends: 'DELETE /hooks/h1', status: 204 },
  'users.list': {
    call: (c) => c.users.list({ excludeRoleId: 'o1', page: 1, pageSize: 100 }),
    sends: 'GET /users?excludeRoleId=o1&page=1&page_size=100',
    answer: [{ id: 'u1' }],
    gives: { items: [{ id: 'u1' }], ...totals },
  },
  'users.create': {
    call: (c) => c.users.create({ username: 'ann', password: 'pw' }),
    sends: 'POST /users',
    body: { username: 'ann', password: 'pw' },
    answer: { id: 'u1' },
  },
  'users.roles.add': {
    call: (c) => c.users.roles.add('u1', ['o1']),
    sends: 'POST /users/u1/roles',
    body: { roleIds: ['o1'] },
    status: 201,
    answer: { roleIds: ['o1'], addedRoleIds: ['o1'] },
    gives: undefined,
  },
  'roles.addUsers': {
    call: (c) => c.roles.addUsers('o1', ['u1', 'u2']),
    sends: 'POST /roles/o1/users',
    body: { userIds: ['u1', 'u2'] },
    // What Logto answers where it has nothing to say.
    status: 201,
    text: 'Created',
    gives: undefined,
  },
};
