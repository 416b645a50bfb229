import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { type LogtoDev, type State, startLogtoDev } from '@account/logto-dev';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Io, SetupReport } from '../src/cli.ts';
import { answering, bootstrapArgs, openTerminal } from './terminal.ts';

let logto: LogtoDev;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeEach(async () => {
  logto = await startLogtoDev({ port: 0, isEmpty: true, quiet: true });
  terminal = await openTerminal();
});
afterEach(async () => {
  const secrets = [...logto.state.applications.values()].flatMap(({ secrets }) => secrets);
  const keys = [...logto.state.hooks.values()].map(({ signingKey }) => signingKey);
  for (const secret of [...secrets.map(({ value }) => value), ...keys])
    expect(terminal.printed()).not.toContain(secret);
  await terminal.close();
  await logto.close();
});

const publicUrl = 'https://account.example.com';

const setup = (args: string[] = [], given: Partial<Io> = {}) =>
  terminal.run(['setup', '--json', ...args], given);

/** Sets a new tenant up, with the secret that its first application has. */
const setupAnew = (...args: string[]) =>
  setup([...bootstrapArgs(logto), '--public-url', publicUrl, '--yes', ...args], {
    env: { LOGTO_APP_SECRET: logto.bootstrap.appSecret },
  });

const report = ({ out }: { out: string }) => SetupReport.parse(JSON.parse(out));
const done = (result: { out: string }) =>
  report(result)
    .steps.filter(({ action }) => action !== 'leave')
    .map(({ action, kind, name }) => `${action} ${kind} ${name}`);
const envText = () => readFile(join(terminal.folder, '.env'), 'utf8');
const env = async () => parseEnv(await envText());

/** The tenant without what passes: tokens and logs. */
const lasting = ({ oidc: _, logs: __, ...state }: State) => structuredClone(state);
const find = <T>(rows: Map<string, T>, fits: (row: T) => boolean): T => {
  const row = [...rows.values()].find(fits);
  if (!row) throw new Error('The tenant has no such thing');
  return row;
};
const ownerRole = () => find(logto.state.roles, ({ name }) => name === 'account-owner');
const supportApplication = () => find(logto.state.applications, ({ type }) => type === 'Native');
const webApplication = () => find(logto.state.applications, ({ type }) => type === 'SPA');

/** How many requests that change something reach Logto meanwhile. */
async function writesDuring(work: () => Promise<unknown>) {
  let count = 0;
  const listen = (message: unknown) => {
    const { request } = Object(message);
    if (request.method !== 'GET' && request.path !== '/oidc/token') count += 1;
  };
  subscribe('undici:request:create', listen);
  await work();
  unsubscribe('undici:request:create', listen);
  return count;
}

describe('account setup', () => {
  it('shows what it would do and does nothing without a yes', async () => {
    const before = lasting(logto.state);
    const args = ['setup', ...bootstrapArgs(logto), '--public-url', publicUrl];
    const given = { env: { LOGTO_APP_SECRET: logto.bootstrap.appSecret } };
    const unattended = await terminal.run(args, given);
    const declined = await terminal.run(args, { ...given, prompts: answering(false) });
    expect([unattended.code, declined.code]).toEqual([2, 2]);
    expect(unattended.out).toContain('+ role         account-owner');
    expect(unattended.out).toContain('redirectUris: https://account.example.com/callback');
    expect(lasting(logto.state)).toEqual(before);
    await expect(envText()).rejects.toThrow('ENOENT');
  });

  it('finds nothing to do the second time, and sends nothing that writes', async () => {
    const made = await writesDuring(() => setupAnew('--webhook'));
    expect(made).toBeGreaterThan(15);
    const after = lasting(logto.state);
    const file = await envText();
    let second = { code: 1, out: '' };
    const writes = await writesDuring(async () => {
      second = await setup();
    });
    expect([second.code, report(second).outcome, writes]).toEqual([0, 'unchanged', 0]);
    expect(lasting(logto.state)).toEqual(after);
    expect(await envText()).toBe(file);
  });

  it('mends what has drifted, and leaves alone what others have added', async () => {
    await setupAnew('--webhook');
    const { oidcClientMetadata: oidc, customClientMetadata: custom } = webApplication();
    oidc.redirectUris = ['https://other.example/callback'];
    oidc.backchannelLogoutSessionRequired = false;
    custom.refreshTokenTtlInDays = 30;
    custom.rotateRefreshToken = false;
    const owner = ownerRole();
    const support = find(logto.state.roles, ({ name }) => name === 'account-support');
    owner.isDefault = false;
    const supportApp = supportApplication();
    supportApp.oidcClientMetadata.redirectUris = ['https://other.example/callback'];
    // A right to other people's accounts, for everybody: by mistake, or not.
    owner.scopeIds = [...owner.scopeIds.slice(1), ...support.scopeIds];
    find(logto.state.hooks, () => true).enabled = false;

    const mended = await setup(['--yes']);
    expect(done(mended)).toEqual([
      'change role account-owner',
      'change application Account settings',
      'change application Account settings: support command line',
      `change webhook ${publicUrl}/webhooks/logto`,
    ]);
    expect(oidc).not.toBe(webApplication().oidcClientMetadata);
    expect(webApplication()).toMatchObject({
      oidcClientMetadata: {
        redirectUris: ['https://other.example/callback', `${publicUrl}/callback`],
        backchannelLogoutSessionRequired: true,
      },
      customClientMetadata: { refreshTokenTtlInDays: 30, rotateRefreshToken: true },
    });
    expect(supportApplication().oidcClientMetadata.redirectUris).toEqual([
      'https://other.example/callback',
      'http://127.0.0.1/callback',
    ]);
    expect(ownerRole().isDefault).toBe(true);
    expect(ownerRole().scopeIds).not.toContain(support.scopeIds[0]);
    expect(ownerRole().scopeIds).toHaveLength(9);
    expect(report(await setup()).outcome).toBe('unchanged');
  });

  it('moves to another address and forgets the former one', async () => {
    await setupAnew('--webhook');
    const elsewhere = 'https://id.example.com';
    expect((await setup(['--public-url', elsewhere, '--yes'])).code).toBe(0);
    expect(webApplication().oidcClientMetadata).toEqual({
      redirectUris: [`${elsewhere}/callback`],
      postLogoutRedirectUris: [`${elsewhere}/`],
      backchannelLogoutUri: `${elsewhere}/backchannel-logout`,
      backchannelLogoutSessionRequired: true,
    });
    expect([...logto.state.hooks.values()].map(({ config }) => config.url)).toEqual([
      `${elsewhere}/webhooks/logto`,
    ]);
    expect(logto.state.resources.size).toBe(2);
    expect(await env()).toMatchObject({
      ACCOUNT_PUBLIC_URL: elsewhere,
      ACCOUNT_RESOURCE: `${publicUrl}/api`,
    });
  });

  it('goes on where it was interrupted', async () => {
    logto.state.faults.push({ path: '/api/roles', method: 'POST', status: 500, count: 1 });
    const stopped = await setupAnew();
    expect([stopped.code, stopped.err]).toEqual([
      1,
      expect.stringContaining('Stopped at role account-owner'),
    ]);
    expect((await setupAnew()).code).toBe(0);
    const made = [...logto.state.applications.values()].filter(({ id }) => id !== logto.bootstrap.appId);
    expect(made.map(({ name }) => name).sort()).toEqual([
      'Account settings',
      'Account settings server',
      'Account settings: support command line',
    ]);
    expect((await setup(['--destroy', '--yes'])).code).toBe(0);
    expect(logto.state.roles.size).toBe(1);
  });
});

describe('account setup --destroy', () => {
  it('leaves the tenant as it was, although it runs as the application that it made', async () => {
    const before = lasting(logto.state);
    await setupAnew('--webhook');
    expect(lasting(logto.state)).not.toEqual(before);
    expect((await setup(['--destroy'])).code).toBe(2);
    expect((await setup(['--destroy', '--yes'])).code).toBe(0);
    expect(lasting(logto.state)).toEqual(before);
  });

  it('takes nothing away that was there before', async () => {
    await setupAnew();
    const mine = { ...ownerRole(), id: 'mine' };
    const app = supportApplication();
    const before = lasting(logto.state);
    await setup(['--destroy', '--yes']);
    logto.state.roles.set(mine.id, mine);
    logto.state.applications.set(app.id, app);
    await setupAnew('--replace-secrets');
    expect((await setup(['--destroy', '--yes'])).code).toBe(0);
    expect([...logto.state.roles.keys()]).toContain('mine');
    expect(logto.state.applications.has(app.id)).toBe(true);
    expect(supportApplication().customData).toEqual({});
    expect(logto.state.roles.size).toBeLessThan(before.roles.size);
  });
});

describe('the environment file', () => {
  it('keeps its other lines and comments, and is for its owner alone', async () => {
    await writeFile(join(terminal.folder, '.env'), '# mine\nPORT=8080\nACCOUNT_RESOURCE=\n# end', {
      mode: 0o644,
    });
    await setupAnew();
    const text = await envText();
    expect(text).toMatch(/^# mine\nPORT=8080\nACCOUNT_RESOURCE=https:\/\/account.example.com\/api\n# end\n/);
    expect((await stat(join(terminal.folder, '.env'))).mode & 0o777).toBe(0o600);
    const server = find(logto.state.applications, ({ name }) => name === 'Account settings server');
    expect(await env()).toMatchObject({
      LOGTO_ENDPOINT: logto.endpoint,
      LOGTO_M2M_APP_ID: server.id,
      LOGTO_M2M_APP_SECRET: server.secrets[0]?.value,
      ACCOUNT_SPA_APP_ID: webApplication().id,
      ACCOUNT_SUPPORT_APP_ID: supportApplication().id,
      PORT: '8080',
    });
    expect(text).not.toContain(logto.bootstrap.appSecret);
  });

  it('loses no secret without being told so', async () => {
    const text = 'LOGTO_M2M_APP_SECRET=of-something-else\n';
    await writeFile(join(terminal.folder, '.env'), text);
    const refused = await setupAnew();
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('--replace-secrets')]);
    expect(logto.state.applications.size).toBe(1);
    expect(await envText()).toBe(text);
    expect((await setupAnew('--replace-secrets')).code).toBe(0);
    expect(terminal.printed()).not.toContain('of-something-else');
  });
});

describe('what is asked for wrongly', () => {
  const given = () => ({ env: { LOGTO_APP_SECRET: logto.bootstrap.appSecret } });

  it.each(['http://account.example.com', 'https://account.example.com/settings', 'account.example.com'])(
    'a public URL of %s is refused before anything is done',
    async (url) => {
      const { code, err } = await setup([...bootstrapArgs(logto), '--public-url', url, '--yes'], given());
      expect([code, err]).toEqual([1, expect.stringContaining('--public-url must be')]);
    },
  );

  it('is answered by one sentence: an unknown option, a wrong secret, no role, no connection', async () => {
    const args = ['--public-url', publicUrl, '--yes'];
    expect((await terminal.run(['setup', '--destory'])).err).toContain("unknown option '--destory'");
    expect((await setup(args)).err).toBe('--endpoint is missing.');
    const wrong = await setup([...bootstrapArgs(logto), ...args], { env: { LOGTO_APP_SECRET: 'guessed' } });
    expect(wrong.err).toContain('does not accept the application bootstrap with this secret');
    find(logto.state.applications, () => true).roleIds = [];
    const roleless = await setup([...bootstrapArgs(logto), ...args], given());
    expect(roleless.err).toContain('may not use the Management API');
    const away = ['--endpoint', 'http://localhost:9', '--app-id', 'x', ...args];
    expect((await setup(away, given())).err).toBe('No connection to Logto at http://localhost:9.');
  });
});

describe('the command', () => {
  it('runs as a process, reads the secret from its input and prints nothing but the report', async () => {
    const main = fileURLToPath(new URL('../bin/account.mjs', import.meta.url));
    const args = [
      ...bootstrapArgs(logto),
      '--public-url',
      publicUrl,
      '--yes',
      '--json',
      '--app-secret-stdin',
    ];
    const child = spawn(process.execPath, [main, 'setup', ...args], { cwd: terminal.folder, env: {} });
    child.stdin.end(`${logto.bootstrap.appSecret}\n`);
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit'),
    ]);
    expect([code, report({ out }).outcome]).toEqual([0, 'applied']);
    expect(err).toContain('Created role account-owner');
    expect(`${out}${err}`).not.toContain(logto.bootstrap.appSecret);
  });
});
