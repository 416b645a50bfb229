import type { MethodTable } from './method-table.ts';

const token = { tenantId: 't', userId: 'u1', name: 'ci', createdAt: 1, expiresAt: null };

export const accountMethods: MethodTable = {
  'users.get': { call: (c) => c.users.get('u1'), sends: 'GET /users/u1', answer: { id: 'u1' } },
  'users.get, with enterprise identities': {
    call: (c) => c.users.get('u1', { includeSsoIdentities: true }),
    sends: 'GET /users/u1?includeSsoIdentities=true',
    answer: { id: 'u1' },
  },
  'users.search': {
    call: (c) => c.users.search('primaryEmail', ['a+b@c.co', 'd@e.co']),
    sends: 'GET /users?mode.primaryEmail=exact&search.primaryEmail=a%2Bb%40c.co&search.primaryEmail=d%40e.co',
    answer: [{ id: 'u1' }],
  },
  'users.find': {
    call: (c) => c.users.find({ text: '50%_a\\b', page: 2, pageSize: 5 }),
    sends: 'GET /users?mode=like&search=%2550%5C%25%5C_a%5C%5Cb%25&page=2&page_size=5',
    answer: [{ id: 'u1' }],
    gives: { items: [{ id: 'u1' }], totalCount: 42, totalCountIsCapped: true },
  },
  'users.find, by one field': {
    call: (c) => c.users.find({ text: 'a@b.co', field: 'primaryEmail', isWhole: true }),
    sends: 'GET /users?mode.primaryEmail=exact&search.primaryEmail=a%40b.co',
    answer: [],
    gives: { items: [], totalCount: 42, totalCountIsCapped: true },
  },
  'users.update': {
    call: (c) => c.users.update('u1', { name: 'Ann', avatar: null }),
    sends: 'PATCH /users/u1',
    body: { name: 'Ann', avatar: null },
    answer: { id: 'u1' },
  },
  'users.updateProfile': {
    call: (c) => c.users.updateProfile('u1', { nickname: 'A' }),
    sends: 'PATCH /users/u1/profile',
    body: { profile: { nickname: 'A' } },
    answer: { nickname: 'A' },
  },
  'users.getCustomData': {
    call: (c) => c.users.getCustomData('u1'),
    sends: 'GET /users/u1/custom-data',
    answer: { a: 1 },
  },
  'users.updateCustomData': {
    call: (c) => c.users.updateCustomData('u1', { a: 1 }),
    sends: 'PATCH /users/u1/custom-data',
    body: { customData: { a: 1 } },
    answer: { a: 1 },
  },
  'users.setSuspended': {
    call: (c) => c.users.setSuspended('u1', true),
    sends: 'PATCH /users/u1/is-suspended',
    body: { isSuspended: true },
    answer: { id: 'u1' },
  },
  'users.remove': { call: (c) => c.users.remove('u1'), sends: 'DELETE /users/u1', status: 204 },
  'users.password.exists': {
    call: (c) => c.users.password.exists('u1'),
    sends: 'GET /users/u1/has-password',
    answer: { hasPassword: true },
    gives: true,
  },
  'users.password.verify, right': {
    call: (c) => c.users.password.verify('u1', 'pw'),
    sends: 'POST /users/u1/password/verify',
    body: { password: 'pw' },
    status: 204,
    gives: true,
  },
  'users.password.verify, wrong': {
    call: (c) => c.users.password.verify('u1', 'pw'),
    sends: 'POST /users/u1/password/verify',
    body: { password: 'pw' },
    status: 422,
    answer: { code: 'session.invalid_credentials', message: '' },
    gives: false,
  },
  'users.password.set': {
    call: (c) => c.users.password.set('u1', 'pw'),
    sends: 'PATCH /users/u1/password',
    body: { password: 'pw' },
    answer: { id: 'u1' },
  },
  'users.personalAccessTokens.list': {
    call: (c) => c.users.personalAccessTokens.list('u1'),
    sends: 'GET /users/u1/personal-access-tokens',
    answer: [{ ...token, value: 'pat_x' }],
    gives: [token],
  },
  'users.personalAccessTokens.create': {
    call: (c) => c.users.personalAccessTokens.create('u1', { name: 'ci', expiresAt: 5 }),
    sends: 'POST /users/u1/personal-access-tokens',
    body: { name: 'ci', expiresAt: 5 },
    status: 201,
    answer: { ...token, value: 'pat_x' },
  },
  'users.personalAccessTokens.rename': {
    call: (c) => c.users.personalAccessTokens.rename('u1', { currentName: 'a/b', name: 'ci' }),
    sends: 'PATCH /users/u1/personal-access-tokens',
    body: { currentName: 'a/b', name: 'ci' },
    answer: { ...token, value: 'pat_x' },
    gives: token,
  },
  'users.personalAccessTokens.remove': {
    call: (c) => c.users.personalAccessTokens.remove('u1', 'a/b'),
    sends: 'POST /users/u1/personal-access-tokens/delete',
    body: { name: 'a/b' },
    status: 204,
  },
  'users.mfaVerifications.list': {
    call: (c) => c.users.mfaVerifications.list('u1'),
    sends: 'GET /users/u1/mfa-verifications',
    answer: [{ id: 'm1' }],
  },
  'users.mfaVerifications.createTotp': {
    call: (c) => c.users.mfaVerifications.createTotp('u1', 'ABCDEFGHIJKLMNOP'),
    sends: 'POST /users/u1/mfa-verifications',
    body: { type: 'Totp', secret: 'ABCDEFGHIJKLMNOP' },
    answer: { type: 'Totp', secret: 'ABCDEFGHIJKLMNOP', secretQrCode: 'data:' },
  },
  'users.mfaVerifications.createBackupCodes': {
    call: (c) => c.users.mfaVerifications.createBackupCodes('u1'),
    sends: 'POST /users/u1/mfa-verifications',
    body: { type: 'BackupCode' },
    answer: { type: 'BackupCode', codes: ['0123456789'] },
    gives: ['0123456789'],
  },
  'users.mfaVerifications.remove': {
    call: (c) => c.users.mfaVerifications.remove('u1', 'm1'),
    sends: 'DELETE /users/u1/mfa-verifications/m1',
    status: 204,
  },
};
