import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type LogtoDev, startLogtoDev } from '../index.ts';
import { demoPassword } from '../seed-data/people.ts';
import { createBrowser } from '../testing/browser.ts';
import { authorizationPath } from '../testing/flow.ts';

let server: LogtoDev;
beforeAll(async () => {
  server = await startLogtoDev({ port: 0 });
});
beforeEach(() => fetch(`${server.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => server.close());

const path = '/account/passkey/add';

async function signedIn() {
  const browser = createBrowser(server.endpoint);
  await browser.get(authorizationPath());
  await browser.post('/sign-in', { identifier: 'ben', password: demoPassword });
  return browser;
}

const bensPasskeys = () =>
  [...server.state.users.values()].find(({ username }) => username === 'ben')?.mfaVerifications;

it('adds a passkey for whoever is signed in, and leads back to the application', async () => {
  const browser = await signedIn();
  const back = 'http://localhost:5173/two-step?x=1';
  expect((await browser.get(`${path}?redirect=${encodeURIComponent(back)}`)).text).toContain(
    `value="${back}"`,
  );
  expect((await browser.post(path, { name: 'Key', redirect: back })).url).toBe(back);
  expect(bensPasskeys()).toMatchObject([{ type: 'WebAuthn', name: 'Key', agent: 'test browser' }]);
});

it('leads nobody to a site that is none of the tenant’s applications', async () => {
  const browser = await signedIn();
  const { url } = await browser.post(path, { redirect: 'https://elsewhere.example/' });
  expect(url).toBe(`${server.endpoint}/`);
});

it('is closed to strangers, and where the tenant has closed it', async () => {
  const stranger = createBrowser(server.endpoint);
  expect((await stranger.post(path, {})).status).toBe(401);
  const browser = await signedIn();
  const { accountCenter, signInExperience } = server.state;
  const settings = [
    [accountCenter, { enabled: false }],
    [accountCenter, { fields: { mfa: 'Edit', passkey: 'ReadOnly' } }],
    [accountCenter, { fields: {} }],
    [signInExperience, { mfa: { factors: ['Totp'] } }],
  ] as const;
  for (const [row, setting] of settings) {
    const former = { ...row };
    Object.assign(row, setting);
    expect((await browser.post(path, {})).status).toBe(403);
    Object.assign(row, former);
  }
  expect(bensPasskeys()).toEqual([]);
});
