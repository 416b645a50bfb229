import { demoPassword } from '@account/logto-dev';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appRouter } from '../src/index.ts';
import { type Client, type Kit, startKit } from './kit.ts';

/** An endpoint of the Management API, the client's method for it, and a procedure that rests on it. */
type Row = [endpoint: string, method: string, procedure: string, use: () => Promise<unknown>];

const redirectUri = 'http://localhost:5173/social/callback';
let kit: Kit;
let ada: Client;
let ben: Client;
let erin: Client;
let olga: Client;
let stranger: Client;
let grace: Client;

beforeAll(async () => {
  kit = await startKit({
    socialRedirectUris: [redirectUri],
    customDataKeys: ['theme'],
    deletion: { graceDays: 0 },
  });
  ada = await signIn('ada');
  ben = await signIn('ben');
  erin = await signIn('erin');
  olga = await signIn('olga');
  stranger = kit.client();
  grace = await signIn('grace');
});
afterAll(() => kit.stop());

async function signIn(identifier: string) {
  const token = await kit.tokenOf(identifier);
  return kit.client(token, await kit.stepUpOf(token));
}

const codeFor = (address: string) =>
  kit.logto.state.inbox.findLast((message) => message.address === address)?.code ?? 'none';

async function newEmail(email: string) {
  const { flow } = await ada.email.start.mutate({ email });
  return ada.email.finish.mutate({ flow, code: codeFor(email) });
}

const replaceAuthenticator = () => newAuthenticator(true);

async function newAuthenticator(replace = false) {
  const { flow, secret } = await ben.mfa.startTotp.mutate({ replace });
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  return ben.mfa.finishTotp.mutate({ flow, code });
}

async function startLink() {
  const { linkable } = await ben.social.list.query();
  const connectorId = linkable.find(({ target }) => target === 'mock-social')?.connectorId ?? '';
  return ben.social.start.mutate({ connectorId, redirectUri });
}

async function link() {
  const { state } = await startLink();
  return ben.social.finish.mutate({ state, callback: { code: 'code', userId: 'ben-there' } });
}

async function removeFactor() {
  const { verifications } = await ben.mfa.list.query();
  return ben.mfa.remove.mutate({ id: verifications.find(({ type }) => type === 'Totp')?.id ?? '' });
}

async function removeOldSession() {
  const [, old] = await ada.sessions.list.query();
  return ada.sessions.remove.mutate({ id: old?.id ?? '' });
}

async function removeApp() {
  const [app] = await ada.apps.list.query();
  return ada.apps.remove.mutate({ applicationId: app?.applicationId ?? '' });
}

async function leaveOrganization() {
  const [membership] = await olga.organizations.list.query();
  return olga.organizations.leave.mutate({ id: membership?.id ?? '' });
}

async function deleteErin() {
  const token = await kit.tokenOf('erin');
  const client = kit.client(token, await kit.stepUpOf(token, 'delete'));
  const { confirmation } = await client.lifecycle.get.query();
  return client.lifecycle.delete.mutate({ confirmation });
}

const replaceIdentity = () =>
  grace.support.replaceIdentity.mutate({
    personId: 'adalovelace0',
    reason: 'lost the former account',
    target: 'github',
    identity: { userId: '1843' },
  });

const another = 'brisk-lantern-43';

const rows: Row[] = [
  ['GET /api/users/{userId}', 'users.get', 'account.overview', () => ada.account.overview.query()],
  ['GET /api/account-center', 'accountCenter.get', 'account.overview', () => ada.account.overview.query()],
  [
    'GET /api/custom-profile-fields',
    'customProfileFields.list',
    'profile.get',
    () => ada.profile.get.query(),
  ],
  [
    'GET /api/users/{userId}/custom-data',
    'users.getCustomData',
    'profile.getCustomData',
    () => ada.profile.getCustomData.query(),
  ],
  [
    'PATCH /api/users/{userId}/profile',
    'users.updateProfile',
    'profile.update',
    () => ada.profile.update.mutate({ profile: { nickname: 'Countess' } }),
  ],
  [
    'PATCH /api/users/{userId}/custom-data',
    'users.updateCustomData',
    'profile.update',
    () => ada.profile.update.mutate({ customData: { theme: 'dark' } }),
  ],
  [
    'PATCH /api/users/{userId}',
    'users.update',
    'username.update',
    () => ada.username.update.mutate({ username: 'ada_l' }),
  ],
  ['GET /api/sign-in-exp', 'signInExperience.get', 'username.get', () => ada.username.get.query()],
  [
    'POST /api/verification-codes',
    'verificationCodes.send',
    'email.start',
    () => ada.email.start.mutate({ email: 'ada.one@harbor.example' }),
  ],
  [
    'POST /api/verification-codes/verify',
    'verificationCodes.verify',
    'email.finish',
    () => newEmail('ada.two@harbor.example'),
  ],
  [
    'GET /api/users/{userId}/has-password',
    'users.password.exists',
    'password.get',
    () => ada.password.get.query(),
  ],
  [
    'POST /api/sign-in-exp/default/check-password',
    'signInExperience.checkPassword',
    'password.check',
    () => ada.password.check.mutate({ password: another }),
  ],
  [
    'POST /api/users/{userId}/password/verify',
    'users.password.verify',
    'stepUp.finish',
    () => ada.stepUp.finish.mutate({ method: 'password', password: demoPassword }),
  ],
  ['GET /api/connectors', 'connectors.list', 'social.list', () => ben.social.list.query()],
  [
    'POST /api/connectors/{connectorId}/authorization-uri',
    'connectors.authorizationUri',
    'social.start',
    startLink,
  ],
  ['POST /api/users/{userId}/identities', 'users.identities.link', 'social.finish', link],
  [
    'DELETE /api/users/{userId}/identities/{target}',
    'users.identities.unlink',
    'social.remove',
    () => ben.social.remove.mutate({ target: 'mock-social' }),
  ],
  [
    'GET /api/users/{userId}/all-identities',
    'users.identities.listAll',
    'enterprise.list',
    () => erin.enterprise.list.query(),
  ],
  ['GET /api/sso-connectors', 'ssoConnectors.list', 'enterprise.list', () => erin.enterprise.list.query()],
  [
    'POST /api/users/{userId}/personal-access-tokens',
    'users.personalAccessTokens.create',
    'tokens.create',
    () => ada.tokens.create.mutate({ name: 'one', expiresInDays: 7 }),
  ],
  [
    'PATCH /api/users/{userId}/personal-access-tokens',
    'users.personalAccessTokens.rename',
    'tokens.update',
    () => ada.tokens.update.mutate({ name: 'one', newName: 'two' }),
  ],
  [
    'GET /api/users/{userId}/personal-access-tokens',
    'users.personalAccessTokens.list',
    'tokens.list',
    () => ada.tokens.list.query(),
  ],
  [
    'POST /api/users/{userId}/personal-access-tokens/delete',
    'users.personalAccessTokens.remove',
    'tokens.remove',
    () => ada.tokens.remove.mutate({ name: 'two' }),
  ],
  [
    'POST /api/users/{userId}/mfa-verifications',
    'users.mfaVerifications.createTotp',
    'mfa.finishTotp',
    () => newAuthenticator(),
  ],
  [
    'POST /api/users/{userId}/mfa-verifications',
    'users.mfaVerifications.createBackupCodes',
    'mfa.createBackupCodes',
    () => ben.mfa.createBackupCodes.mutate({}),
  ],
  ['GET /api/users/{userId}/logto-configs', 'users.logtoConfigs.get', 'mfa.finishTotp', replaceAuthenticator],
  [
    'PATCH /api/users/{userId}/logto-configs',
    'users.logtoConfigs.update',
    'mfa.finishTotp',
    () => ben.mfa.list.query(),
  ],
  [
    'GET /api/users/{userId}/mfa-verifications',
    'users.mfaVerifications.list',
    'mfa.list',
    () => ben.mfa.list.query(),
  ],
  [
    'DELETE /api/users/{userId}/mfa-verifications/{verificationId}',
    'users.mfaVerifications.remove',
    'mfa.remove',
    removeFactor,
  ],
  [
    'GET /api/users/{userId}/sessions',
    'users.sessions.list',
    'sessions.list',
    () => ada.sessions.list.query(),
  ],
  [
    'DELETE /api/users/{userId}/sessions/{sessionId}',
    'users.sessions.revoke',
    'sessions.remove',
    removeOldSession,
  ],
  ['GET /api/users/{userId}/grants', 'users.grants.list', 'apps.list', () => ada.apps.list.query()],
  ['GET /api/applications/{id}', 'applications.get', 'apps.list', () => ada.apps.list.query()],
  ['DELETE /api/users/{userId}/grants/{grantId}', 'users.grants.revoke', 'apps.remove', removeApp],
  [
    'GET /api/users/{userId}/organizations',
    'users.organizations.list',
    'organizations.list',
    () => olga.organizations.list.query(),
  ],
  [
    'GET /api/organization-roles/{id}/resource-scopes',
    'organizationRoles.listResourceScopes',
    'support.lift',
    () => grace.support.lift.mutate({ personId: 'olgalad00000', reason: 'not suspended at all' }),
  ],
  [
    'DELETE /api/organizations/{id}/users/{userId}',
    'organizations.removeUser',
    'organizations.leave',
    leaveOrganization,
  ],
  ['GET /api/logs', 'auditLogs.list', 'activity.list', () => ada.activity.list.query({})],
  [
    'PATCH /api/users/{userId}/password',
    'users.password.set',
    'password.update',
    () =>
      olga.password.update.mutate({ password: another, currentPassword: demoPassword, signOutOthers: false }),
  ],
  [
    'PATCH /api/users/{userId}/is-suspended',
    'users.setSuspended',
    'lifecycle.deactivate',
    () => ben.lifecycle.deactivate.mutate(),
  ],
  [
    'GET /api/users',
    'users.search',
    'lifecycle.finishWithPassword',
    () => stranger.lifecycle.finishWithPassword.mutate({ identifier: 'ben', password: demoPassword }),
  ],
  ['DELETE /api/users/{userId}', 'users.remove', 'lifecycle.delete', deleteErin],
  [
    'GET /api/users',
    'users.find',
    'support.find',
    () => grace.support.find.mutate({ by: 'name', text: 'love' }),
  ],
  ['GET /api/users/{userId}/roles', 'users.roles.list', 'support.replaceIdentity', replaceIdentity],
  ['GET /api/roles/{id}/scopes', 'roles.scopes.list', 'support.replaceIdentity', replaceIdentity],
  [
    'PUT /api/users/{userId}/identities/{target}',
    'users.identities.replace',
    'support.replaceIdentity',
    replaceIdentity,
  ],
];

it.each(rows)('%s, by %s, is behind %s', async (endpoint, method, procedure, use) => {
  expect(Object.keys(appRouter._def.procedures)).toContain(procedure);
  expect(method.split('.').reduce<unknown>(property, kit.management), method).toBeTypeOf('function');
  await use();
  expect(kit.endpoints).toContain(endpoint);
});

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

it('the table in the documents says the same', async () => {
  const lines = rows.map(
    ([endpoint, method, procedure]) => `| \`${endpoint}\` | \`${method}\` | \`${procedure}\` |`,
  );
  const text = [
    '# Coverage',
    '',
    'Every endpoint of the Management API that an account needs, the method of `@account/logto-mgmt` for it, and a procedure that rests on it. The table is written by `packages/procedures/test/coverage.test.ts`, which calls each of these procedures over HTTP and sees the endpoint being used; `pnpm --filter @account/procedures exec vitest run coverage -u` brings it up to date.',
    '',
    '`PUT /api/users/{userId}/identities/{target}` proves nothing about who owns the identity, so it is behind a procedure of the support only.',
    '',
    '| endpoint | client | procedure |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../../docs/coverage.md');
});
