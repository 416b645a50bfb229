import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type LogtoDev, type State, startLogtoDev } from '@account/logto-dev';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DoctorReport } from '../src/cli.ts';
import { bootstrapArgs, openTerminal } from './terminal.ts';

let logto: LogtoDev;
let healthy: State;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
let server: Server;
let publicUrl: string;

/** What stands where the account server should be. */
const rightHeaders = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };
let answers: Record<string, { body: unknown; headers?: Record<string, string> }>;

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    const { body, headers } = answers[url] ?? { body: {} };
    response.writeHead(200, headers).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  publicUrl = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
  logto = await startLogtoDev({ port: 0, isEmpty: true, quiet: true });
  terminal = await openTerminal();
  const args = [...bootstrapArgs(logto), '--public-url', publicUrl, '--webhook', '--yes'];
  const env = { LOGTO_APP_SECRET: logto.bootstrap.appSecret };
  expect((await terminal.run(['setup', ...args], { env })).code).toBe(0);
  Object.assign(logto.state.signInExperience, { mfa: { factors: ['Totp'], policy: 'UserControlled' } });
  for (const type of ['Email', 'Sms'] as const)
    logto.state.connectors.set(type, {
      ...{ id: type, type, connectorId: type, target: type, platform: null, name: { en: type } },
      ...{ description: {}, logo: '', logoDark: null, config: {} },
    });
  healthy = structuredClone(logto.state);
});
beforeEach(() => {
  Object.assign(logto.state, structuredClone(healthy));
  answers = {
    '/health/ready': { body: { checks: { keys: true } } },
    '/config.json': {
      body: { endpoint: logto.endpoint, appId: web(logto.state).id, resource: `${publicUrl}/api` },
    },
    '/': { body: {}, headers: rightHeaders },
  };
});
afterAll(async () => {
  const secrets = [...healthy.applications.values()].flatMap((each) =>
    each.secrets.map(({ value }) => value),
  );
  const keys = [...healthy.hooks.values()].map(({ signingKey }) => signingKey);
  for (const secret of [...secrets, ...keys]) expect(terminal.printed()).not.toContain(secret);
  server.close();
  await terminal.close();
  await logto.close();
});

async function examine(env: Record<string, string> = {}) {
  const { code, out } = await terminal.run(['doctor', '--json'], { env });
  return { code, ...DoctorReport.parse(JSON.parse(out)) };
}

const pick = <T>(rows: Map<string, T>, fits: (row: T) => boolean): T => {
  const row = [...rows.values()].find(fits);
  if (!row) throw new Error('The tenant has no such thing');
  return row;
};
const web = (state: State) => pick(state.applications, ({ type }) => type === 'SPA');
const native = (state: State) => pick(state.applications, ({ type }) => type === 'Native');
const machine = (state: State) => pick(state.applications, ({ name }) => name === 'Account settings server');
const role = (state: State, name: string) => pick(state.roles, (each) => each.name === name);
const resource = (state: State) => pick(state.resources, ({ indicator }) => indicator === `${publicUrl}/api`);
const hook = (state: State) => pick(state.hooks, () => true);
const without = (state: State, name: string) => {
  resource(state).scopes = resource(state).scopes.filter((scope) => scope.name !== name);
};
const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toUTCString();
const fault = (state: State, path: string, more: object) => state.faults.push({ path, count: 1, ...more });

describe('account doctor', () => {
  it('finds nothing wrong with what `account setup` has made, and says so in words', async () => {
    const { code, checks } = await examine();
    expect(checks.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(code).toBe(0);
    const { out } = await terminal.run(['doctor']);
    expect(out).toContain('✓ application.addresses');
    expect((await terminal.run(['doctor', '--help'])).out).toContain('Exit codes: 0 all is well');
  });

  it('names every variable that is missing, and goes no further', async () => {
    const { code, checks } = await examine({ LOGTO_ENDPOINT: '', ACCOUNT_SPA_APP_ID: '' });
    expect(code).toBe(1);
    expect(checks.map(({ status, message }) => `${status} ${message}`)).toEqual([
      'fail LOGTO_ENDPOINT is missing. See .env.example.',
      'fail ACCOUNT_SPA_APP_ID is missing. See .env.example.',
      'skip Needs a complete configuration.',
    ]);
  });
});

type Case = [id: string, status: 'warn' | 'fail', words: string, spoil: (state: State) => unknown];

const cases: Case[] = [
  ['logto.clock', 'warn', 'no date', (s) => fault(s, '/oidc/.well-known', { headers: { date: 'none' } })],
  ['logto.clock', 'warn', 's apart', (s) => fault(s, '/oidc/.well-known', { headers: { date: ago(60) } })],
  ['logto.clock', 'fail', 's apart', (s) => fault(s, '/oidc/.well-known', { headers: { date: ago(900) } })],
  [
    'logto.issuer',
    'fail',
    'Set LOGTO_ENDPOINT=https://auth.example.com',
    (s) => {
      const body = JSON.stringify({
        issuer: 'https://auth.example.com/oidc',
        jwks_uri: `${logto.endpoint}/oidc/jwks`,
      });
      fault(s, '/oidc/.well-known', { status: 200, body });
    },
  ],
  [
    'logto.keys',
    'fail',
    'gives no keys',
    (s) => fault(s, '/oidc/jwks', { status: 200, body: '{"keys":[]}' }),
  ],
  [
    'logto.keys',
    'fail',
    'not accepted',
    (s) => fault(s, '/oidc/jwks', { status: 200, body: '{"keys":[{"alg":"HS256"}]}' }),
  ],
  ['management', 'fail', 'may not use', (s) => Object.assign(machine(s), { roleIds: [] })],
  ['management', 'fail', 'with this secret', (s) => Object.assign(machine(s), { secrets: [] })],
  ['resource', 'fail', 'has no API resource', (s) => s.resources.delete(resource(s).id)],
  ['resource', 'fail', 'lacks account:mfa', (s) => without(s, 'account:mfa')],
  ['resource', 'warn', 'lacks account:support', (s) => without(s, 'account:support')],
  [
    'role',
    'fail',
    'No default role grants',
    (s) => Object.assign(role(s, 'account-owner'), { isDefault: false }),
  ],
  [
    'role',
    'fail',
    'into all accounts',
    (s) => role(s, 'account-owner').scopeIds.push(...role(s, 'account-support').scopeIds),
  ],
  ['application', 'fail', 'has no single-page application', (s) => s.applications.delete(web(s).id)],
  ['application', 'fail', 'third-party', (s) => Object.assign(web(s), { isThirdParty: true })],
  [
    'application',
    'warn',
    'not rotated',
    (s) => Object.assign(web(s).customClientMetadata, { rotateRefreshToken: false }),
  ],
  [
    'application.addresses',
    'fail',
    'is no redirect URI',
    (s) => Object.assign(web(s).oidcClientMetadata, { redirectUris: [] }),
  ],
  [
    'application.addresses',
    'fail',
    'is no post sign-out',
    (s) => Object.assign(web(s).oidcClientMetadata, { postLogoutRedirectUris: [] }),
  ],
  [
    'application.sessions',
    'warn',
    'name no session',
    (s) => Object.assign(web(s).oidcClientMetadata, { backchannelLogoutSessionRequired: false }),
  ],
  [
    'application.sessions',
    'warn',
    'not this server',
    (s) => Object.assign(web(s).oidcClientMetadata, { backchannelLogoutUri: 'https://x.example/' }),
  ],
  ['application.support', 'fail', 'no native application', (s) => s.applications.delete(native(s).id)],
  [
    'application.support',
    'fail',
    'is no redirect URI',
    (s) => Object.assign(native(s).oidcClientMetadata, { redirectUris: [] }),
  ],
  ['webhook', 'fail', 'Logto has no webhook', (s) => s.hooks.clear()],
  ['webhook', 'fail', 'is not the key', (s) => Object.assign(hook(s), { signingKey: 'another' })],
  ['webhook', 'fail', 'It is off', (s) => Object.assign(hook(s), { enabled: false })],
  ['webhook', 'fail', 'or lacks events', (s) => hook(s).events.pop()],
  ['connector.email', 'warn', 'No email can be sent', (s) => s.connectors.delete('Email')],
  [
    'connector.sms',
    'warn',
    'No SMS can be sent',
    (s) => {
      s.connectors.delete('Sms');
      const method = {
        identifier: 'phone',
        password: true,
        verificationCode: false,
        isPasswordPrimary: true,
      };
      s.signInExperience.signIn = { methods: [method] };
    },
  ],
  ['mfa', 'warn', 'is off', (s) => Object.assign(s.signInExperience, { mfa: { factors: [], policy: 'x' } })],
  [
    'password',
    'warn',
    'may have 4 characters',
    (s) => Object.assign(s.signInExperience, { passwordPolicy: { length: { min: 4 } } }),
  ],
  [
    'password',
    'warn',
    'have leaked',
    (s) => Object.assign(s.signInExperience, { passwordPolicy: { rejects: { pwned: false } } }),
  ],
  [
    'password',
    'fail',
    'nobody can set one',
    (s) => {
      s.isOffline = true;
    },
  ],
  [
    'account-center',
    'warn',
    'lets nobody',
    (s) => Object.assign(s.accountCenter, { enabled: true, fields: {} }),
  ],
  [
    'server.ready',
    'fail',
    'does not reach: store',
    () => {
      answers['/health/ready'] = { body: { checks: { store: false, keys: true } } };
    },
  ],
  [
    'server.ready',
    'fail',
    'something else',
    () => {
      answers['/health/ready'] = { body: 'hello' };
    },
  ],
  [
    'server.configuration',
    'fail',
    'another configuration',
    () => {
      answers['/config.json'] = { body: { endpoint: logto.endpoint, appId: 'x', resource: 'y' } };
    },
  ],
  [
    'server.headers',
    'fail',
    'policy is lost',
    () => {
      answers['/'] = { body: {} };
    },
  ],
];

describe('what is wrong in the tenant or at the server', () => {
  it.each(cases)('%s: %s, "%s"', async (id, status, words, spoil) => {
    spoil(logto.state);
    const report = await examine();
    const finding = report.checks.find((check) => check.id === id);
    expect(finding).toMatchObject({ status, message: expect.stringContaining(words) });
    expect(report.code).toBe(status === 'fail' ? 1 : 2);
  });
});

describe('what could not be looked at', () => {
  it.each<[string, string[], Record<string, string>, (state: State) => unknown]>([
    [
      'the application',
      ['application.addresses', 'application.sessions'],
      {},
      (s) => s.applications.delete(web(s).id),
    ],
    ['Logto', ['logto.keys', 'tenant'], { LOGTO_ENDPOINT: 'http://localhost:3498' }, () => {}],
    [
      'the server',
      ['server.ready', 'server.headers'],
      { ACCOUNT_PUBLIC_URL: 'http://localhost:3498' },
      () => {},
    ],
  ])('is said when there is no sign of %s', async (_, skipped, env, spoil) => {
    spoil(logto.state);
    const { code, checks } = await examine(env);
    expect(checks.flatMap(({ id, status }) => (status === 'skip' ? [id] : []))).toEqual(skipped);
    expect(code).toBe(1);
  });
});

describe('what is wrong in the environment', () => {
  it.each([
    ['logto.reachable', 'does not answer', { LOGTO_ENDPOINT: 'http://localhost:3498' }],
    ['server.reachable', 'does not answer (ECONNREFUSED)', { ACCOUNT_PUBLIC_URL: 'http://localhost:3498' }],
    ['application.addresses', 'is no redirect URI', { ACCOUNT_PUBLIC_URL: 'https://elsewhere.invalid' }],
    ['management', 'No connection to Logto', { LOGTO_ENDPOINT: 'http://localhost:3498' }],
    ['management', 'has no Management API', { LOGTO_MANAGEMENT_RESOURCE: 'https://x.logto.app/api' }],
    ['database', 'does not answer (ECONNREFUSED)', { DATABASE_URL: 'postgres://a:hidden@localhost:3498/a' }],
  ])('%s: "%s"', async (id, words, env) => {
    const { code, checks } = await examine(env);
    const finding = checks.find((check) => check.id === id);
    expect(finding).toMatchObject({ status: 'fail', message: expect.stringContaining(words) });
    expect(code).toBe(1);
    expect(JSON.stringify(checks)).not.toContain('hidden');
  });

  it('logto.reachable: an address behind which is something else', async () => {
    const { checks } = await examine({ LOGTO_ENDPOINT: publicUrl });
    expect(checks.find(({ id }) => id === 'logto.reachable')?.message).toContain('is no Logto');
  });

  it('server.reachable: an address that is not https', async () => {
    const { checks } = await examine({ ACCOUNT_PUBLIC_URL: publicUrl.replace('localhost', '0.0.0.0') });
    expect(checks.find(({ id }) => id === 'server.reachable')?.message).toContain('is not https');
  });
});
