import type { MethodTable } from './method-table.ts';

const identities = { google: { userId: 'g1', details: {} } };

export const accessMethods: MethodTable = {
  'users.identities.listAll': {
    call: (c) => c.users.identities.listAll('u1'),
    sends: 'GET /users/u1/all-identities',
    answer: {
      socialIdentities: [{ target: 'google', tokenSecret: {} }],
      ssoIdentities: [{ ssoConnectorId: 's' }],
    },
    gives: { socialIdentities: [{ target: 'google' }], ssoIdentities: [{ ssoConnectorId: 's' }] },
  },
  'users.identities.link': {
    call: (c) => c.users.identities.link('u1', { connectorId: 'c1', connectorData: { code: 'x' } }),
    sends: 'POST /users/u1/identities',
    body: { connectorId: 'c1', connectorData: { code: 'x' } },
    answer: identities,
  },
  'users.identities.replace': {
    call: (c) => c.users.identities.replace('u1', 'google', { userId: 'g1' }),
    sends: 'PUT /users/u1/identities/google',
    body: { userId: 'g1' },
    status: 201,
    answer: identities,
  },
  'users.identities.unlink': {
    call: (c) => c.users.identities.unlink('u1', 'google'),
    sends: 'DELETE /users/u1/identities/google',
    answer: { id: 'u1' },
    gives: undefined,
  },
  'users.sessions.list': {
    call: (c) => c.users.sessions.list('u1'),
    sends: 'GET /users/u1/sessions',
    answer: { sessions: [{ expiresAt: 1 }] },
    gives: [{ expiresAt: 1 }],
  },
  'users.sessions.revoke': {
    call: (c) => c.users.sessions.revoke('u1', 's1', { revokeGrantsTarget: 'all' }),
    sends: 'DELETE /users/u1/sessions/s1?revokeGrantsTarget=all',
    status: 204,
  },
  'users.grants.list': {
    call: (c) => c.users.grants.list('u1', { appType: 'thirdParty' }),
    sends: 'GET /users/u1/grants?appType=thirdParty',
    answer: { grants: [{ id: 'g1' }] },
    gives: [{ id: 'g1' }],
  },
  'users.grants.revoke': {
    call: (c) => c.users.grants.revoke('u1', 'g1'),
    sends: 'DELETE /users/u1/grants/g1',
    status: 204,
  },
  'users.roles.list': {
    call: (c) => c.users.roles.list('u1', { page: 2, pageSize: 100 }),
    sends: 'GET /users/u1/roles?page=2&page_size=100',
    answer: [{ id: 'r1' }],
    gives: { items: [{ id: 'r1' }], totalCount: 42, totalCountIsCapped: true },
  },
  'organizationRoles.listResourceScopes': {
    call: (c) => c.organizationRoles.listResourceScopes('r1'),
    sends: 'GET /organization-roles/r1/resource-scopes',
    answer: [{ id: 's1', name: 'account:read', resourceId: 'a1' }],
  },
  'users.organizations.list': {
    call: (c) => c.users.organizations.list('u1'),
    sends: 'GET /users/u1/organizations',
    answer: [{ id: 'o1' }],
  },
  'users.logtoConfigs.get': {
    call: (c) => c.users.logtoConfigs.get('u1'),
    sends: 'GET /users/u1/logto-configs',
    answer: { mfa: { enabled: true } },
  },
  'users.logtoConfigs.update': {
    call: (c) => c.users.logtoConfigs.update('u1', { mfa: { enabled: true } }),
    sends: 'PATCH /users/u1/logto-configs',
    body: { mfa: { enabled: true } },
    answer: { mfa: { enabled: true } },
  },
};
