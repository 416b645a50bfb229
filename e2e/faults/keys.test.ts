import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { type Kit, type Server, startKit } from './kit.ts';

const minute = 60_000;
let kit: Kit;
let server: Server;
let token: string;
let later = 0;

beforeAll(async () => {
  kit = await startKit();
  server = await kit.startServer();
  token = await kit.tokenOf('ada');
});
afterAll(() => kit.stop());
beforeEach(() => {
  kit.logto.state.faults.length = 0;
});

const read = (by = token) => server.client(by).profile.get.query();
const wait = async (ms: number) => {
  later += ms;
  await server.suffer({ later });
};

it("Logto's keys cannot be had: known ones go on for ten minutes, then people are told, and it ends by itself", async () => {
  await read();
  kit.logto.state.faults.push({ path: '/oidc/jwks', status: 503, count: 1_000 });
  await wait(9 * minute);
  await read();
  await wait(2 * minute);
  expect(await server.told(read())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
  expect(await server.health()).toMatchObject({ checks: { keys: false } });
  kit.logto.state.faults.length = 0;
  await read();
});

it("the machine's secret is revoked: people are told, and it ends when the secret is back", async () => {
  const machine = kit.logto.state.applications.get('account-api');
  const secrets = machine?.secrets.splice(0) ?? [];
  kit.logto.state.faults.push({ path: '/api', status: 401, body: '{"code":"auth.unauthorized"}', count: 1 });
  expect(await server.told(read())).toMatchObject({ code: 'LOGTO_UNAVAILABLE' });
  expect(await server.health()).toMatchObject({ checks: { managementApi: false } });
  expect(server.log()).toContain('oidc.invalid_client');
  for (const secret of secrets) expect(server.log()).not.toContain(secret.value);
  machine?.secrets.push(...secrets);
  await read();
});

it('Logto signs with a new key: its tokens are good within half a minute, those of the old key no more after one', async () => {
  await read();
  const next = await kit.startLogto();
  try {
    kit.toLogto.lead({ host: 'localhost', port: next.port });
    const fresh = await vi.waitFor(() => kit.tokenOf('ada'));
    await wait(minute / 2);
    await vi.waitFor(() => read(fresh), { timeout: 10_000 });
    await wait(minute);
    expect(await server.told(read())).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
  } finally {
    kit.toLogto.lead({ host: 'localhost', port: kit.logto.port });
    await next.close();
  }
});
