import type { MethodTable } from './method-table.ts';

const connector = {
  id: 'c1',
  connectorId: 'google-universal',
  type: 'Social',
  target: 'google',
  platform: 'Universal',
  name: { en: 'Google' },
  description: { en: '' },
  logo: 'https://logo.example/google.svg',
  logoDark: null,
};
const ssoConnector = {
  id: 's1',
  providerName: 'OIDC',
  connectorName: 'Northwind',
  domains: ['northwind.example'],
  branding: { displayName: 'Northwind Traders' },
  syncProfile: true,
  providerLogo: 'https://logo.example/oidc.svg',
  providerLogoDark: 'https://logo.example/oidc-dark.svg',
};
const application = { id: 'a1', name: 'Shop', description: null, type: 'SPA', isThirdParty: true };

export const tenantMethods: MethodTable = {
  'verificationCodes.send': {
    call: (c) => c.verificationCodes.send({ email: 'a@b.co' }),
    sends: 'POST /verification-codes',
    body: { email: 'a@b.co' },
    status: 204,
  },
  'verificationCodes.verify': {
    call: (c) => c.verificationCodes.verify({ phone: '1555', verificationCode: '123456' }),
    sends: 'POST /verification-codes/verify',
    body: { phone: '1555', verificationCode: '123456' },
    status: 204,
  },
  'connectors.list': {
    call: (c) => c.connectors.list({ target: 'google' }),
    sends: 'GET /connectors?target=google',
    answer: [{ ...connector, config: { clientSecret: 'x' }, readme: '', metadata: {} }],
    gives: [connector],
  },
  'connectors.authorizationUri': {
    call: (c) => c.connectors.authorizationUri('c1', { state: 's', redirectUri: 'https://a.example/cb' }),
    sends: 'POST /connectors/c1/authorization-uri',
    body: { state: 's', redirectUri: 'https://a.example/cb' },
    answer: { redirectTo: 'https://provider.example' },
    gives: 'https://provider.example',
  },
  'ssoConnectors.list': {
    call: (c) => c.ssoConnectors.list(),
    sends: 'GET /sso-connectors',
    answer: [{ ...ssoConnector, config: { clientSecret: 'x' }, providerConfig: {} }],
    gives: [ssoConnector],
  },
  'signInExperience.get': {
    call: (c) => c.signInExperience.get(),
    sends: 'GET /sign-in-exp',
    answer: { id: 'default' },
  },
  'signInExperience.checkPassword, accepted': {
    call: (c) => c.signInExperience.checkPassword({ password: 'pw', userId: 'u1' }),
    sends: 'POST /sign-in-exp/default/check-password',
    body: { password: 'pw', userId: 'u1' },
    answer: { result: true },
  },
  'signInExperience.checkPassword, rejected': {
    call: (c) => c.signInExperience.checkPassword({ password: 'pw' }),
    sends: 'POST /sign-in-exp/default/check-password',
    body: { password: 'pw' },
    status: 400,
    answer: { result: false, issues: [{ code: 'password_rejected.too_short', interpolation: { min: 8 } }] },
  },
  'customProfileFields.list': {
    call: (c) => c.customProfileFields.list(),
    sends: 'GET /custom-profile-fields',
    answer: [{ name: 'company' }],
  },
  'accountCenter.get': {
    call: (c) => c.accountCenter.get(),
    sends: 'GET /account-center',
    answer: { enabled: true },
  },
  'auditLogs.list': {
    call: (c) => c.auditLogs.list({ userId: 'u1', startTime: 5, endTime: 9, page: 2, pageSize: 50 }),
    sends: 'GET /logs?userId=u1&start_time=5&end_time=9&enableCap=true&page=2&page_size=50',
    answer: [{ id: 'l1' }],
    gives: { items: [{ id: 'l1' }], totalCount: 42, totalCountIsCapped: true },
  },
  'applications.get': {
    call: (c) => c.applications.get('a1'),
    sends: 'GET /applications/a1',
    answer: { ...application, secret: 'x', customData: {} },
    gives: application,
  },
  'applications.getSignInExperience': {
    call: (c) => c.applications.getSignInExperience('a1'),
    sends: 'GET /applications/a1/sign-in-experience',
    answer: { displayName: 'Shop' },
  },
  'organizations.removeUser': {
    call: (c) => c.organizations.removeUser('o1', 'u1'),
    sends: 'DELETE /organizations/o1/users/u1',
    status: 204,
  },
  'userAssets.serviceStatus': {
    call: (c) => c.userAssets.serviceStatus(),
    sends: 'GET /user-assets/service-status',
    answer: { status: 'ready' },
  },
};
