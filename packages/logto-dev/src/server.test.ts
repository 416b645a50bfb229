import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { type LogtoDev, type LogtoDevOptions, startLogtoDev } from './index.ts';
import { managementApiIndicator } from './keys.ts';
import { requestToken, signIn } from './testing/flow.ts';

let server: LogtoDev | undefined;
afterEach(() => server?.close());
const start = async (options: Partial<LogtoDevOptions> = {}) => {
  server = await startLogtoDev({ port: 0, ...options });
  return server;
};

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const packageFolder = fileURLToPath(new URL('..', import.meta.url));

/** Runs the command until it ends, or until it has said where it is. */
async function run(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: packageFolder,
    env: environment,
  });
  child.stdout.on('data', (chunk) => String(chunk).includes('Local Logto') && child.kill('SIGTERM'));
  const output = Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  const [out, err, [code]] = await output;
  return { out, err, code };
}

describe('the command', () => {
  it('says where it is and nothing else, and stops when told to', { timeout: 20_000 }, async () => {
    const { out, err, code } = await run(['--port', '0']);
    expect(out).toMatch(/^Local Logto {3}http:\/\/localhost:\d+\n/);
    expect([err, code]).toEqual(['', 0]);
  });

  it('refuses production, a taken port and a bad seed with one sentence', { timeout: 30_000 }, async () => {
    const { port } = await start();
    const production = await run(['--port', '0'], { NODE_ENV: 'production' });
    const taken = await run(['--port', String(port)]);
    const wrong = await run(['--port', 'x']);
    for (const { err, code } of [production, taken, wrong]) {
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(code).toBe(1);
    }
    expect(production.err).toContain('NODE_ENV=production');
    expect(taken.err).toContain(`Port ${port} is taken`);
  });
});

describe('the seed', () => {
  it('is merged with a file', async () => {
    const seed = JSON.stringify({
      users: [
        { username: 'zoe', password: 'calm-meadow-71', name: 'Zoe' },
        { username: 'ada', name: 'Countess' },
      ],
      signInExperience: { signInMode: 'SignIn' },
    });
    const { state } = await start({ seed });
    const people = [...state.users.values()];
    expect(people.find(({ username }) => username === 'ada')).toMatchObject({
      name: 'Countess',
      primaryPhone: '12025550142',
    });
    expect(people.find(({ username }) => username === 'zoe')?.roleIds).toHaveLength(1);
    expect(state.signInExperience).toMatchObject({
      signInMode: 'SignIn',
      supportEmail: 'help@harbor.example',
    });
  });

  it('names what does not fit', async () => {
    await expect(start({ seed: '{"users":[{"name":"no username"}]}' })).rejects.toThrow(/username/);
    await expect(start({ seed: 'nope' })).rejects.toThrow('The seed file is not JSON.');
  });

  it('of an empty tenant lets one machine in and nobody else', async () => {
    const { endpoint, state } = await start({ isEmpty: true });
    const [application] = state.applications.values();
    const { body } = await requestToken(endpoint, {
      grant_type: 'client_credentials',
      resource: managementApiIndicator,
      scope: 'all',
      client_id: application?.id ?? '',
      client_secret: application?.secrets[0]?.value ?? '',
    });
    expect(body.scope).toBe('all');
    expect(state.users.size).toBe(0);
  });

  it('comes back with a reset, and sessions are gone', async () => {
    const { endpoint, state } = await start();
    const sessions = () => [...state.oidc.values()].filter(({ kind }) => kind === 'Session').length;
    const before = sessions();
    await signIn(endpoint, 'ben');
    state.users.clear();
    expect(sessions()).toBe(before + 1);
    expect((await fetch(`${endpoint}/dev/reset`, { method: 'POST' })).status).toBe(204);
    expect(sessions()).toBe(before);
    expect(state.users.size).toBeGreaterThan(5);
  });
});

describe('faults', () => {
  const add = (endpoint: string, fault: object) =>
    fetch(`${endpoint}/dev/faults`, { method: 'POST', body: JSON.stringify(fault) });

  it('happen to the next so many requests with that path and method', async () => {
    const { endpoint } = await start();
    const headers = { 'retry-after': '7' };
    await add(endpoint, { path: '/oidc/jwks', method: 'get', status: 503, body: 'busy', headers, count: 2 });
    const ask = () => fetch(`${endpoint}/oidc/jwks`);
    expect((await fetch(`${endpoint}/oidc/jwks`, { method: 'POST' })).status).toBe(404);
    const first = await ask();
    expect([first.status, first.headers.get('retry-after'), await first.text()]).toEqual([503, '7', 'busy']);
    expect((await ask()).status).toBe(503);
    expect((await ask()).status).toBe(200);
  });

  it('can cut the connection before the answer or in the middle of it', async () => {
    const { endpoint } = await start();
    await add(endpoint, { path: '/oidc/jwks', cut: 'before' });
    await expect(fetch(`${endpoint}/oidc/jwks`)).rejects.toThrow('fetch failed');
    await add(endpoint, { path: '/oidc/jwks', cut: 'half' });
    const half = await fetch(`${endpoint}/oidc/jwks`);
    expect(half.status).toBe(200);
    await expect(half.text()).rejects.toThrow('terminated');
  });

  it('are listed, cleared and refused when they make no sense', async () => {
    const { endpoint } = await start();
    await add(endpoint, { path: '/api', delayMs: 5 });
    const list = async () => (await fetch(`${endpoint}/dev/faults`)).json();
    expect(await list()).toEqual([{ path: '/api', delayMs: 5, count: 1 }]);
    await fetch(`${endpoint}/dev/faults`, { method: 'DELETE' });
    expect(await list()).toEqual([]);
    expect((await add(endpoint, { path: 'api' })).status).toBe(400);
  });
});

describe('a request that comes early', () => {
  it('is answered as soon as the server is ready', async () => {
    const { port } = await start();
    await server?.close();
    const starting = startLogtoDev({ port });
    const ask = async (): Promise<number> => {
      try {
        return (await fetch(`http://localhost:${port}/oidc/jwks`)).status;
      } catch {
        return ask();
      }
    };
    expect(await ask()).toBe(200);
    server = await starting;
  });
});

describe('every answer', () => {
  it('carries a request id of 16 characters, also a page and a refusal', async () => {
    const { endpoint } = await start();
    for (const path of ['/', '/oidc/jwks', '/oidc/nope', '/api/users', '/dev/target.json', '/nope']) {
      const { headers } = await fetch(`${endpoint}${path}`);
      expect(headers.get('logto-core-request-id')).toMatch(/^[\w-]{16}$/);
    }
  });
});

describe('the inbox', () => {
  it('answers the last message to exactly an address, and shows all of them as a page', async () => {
    const { endpoint, state } = await start();
    const message = { address: 'a@b.co', channel: 'email', type: 'Generic', createdAt: 1 } as const;
    state.inbox.push({ ...message, code: '111111' }, { ...message, code: '222222' });
    const ask = (address: string) => fetch(`${endpoint}/dev/inbox?address=${address}`);
    expect(await (await ask('a@b.co')).json()).toEqual({
      address: 'a@b.co',
      code: '222222',
      type: 'Generic',
      createdAt: 1,
    });
    expect((await ask('A@b.co')).status).toBe(404);
    const page = await (await fetch(`${endpoint}/dev/inbox`)).text();
    expect(page.indexOf('222222')).toBeLessThan(page.indexOf('111111'));
  });
});
