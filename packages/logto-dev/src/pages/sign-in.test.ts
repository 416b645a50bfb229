import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LogtoDev, startLogtoDev } from '../index.ts';
import { demoPassword, demoTotpSecret } from '../seed-data/people.ts';
import { createBrowser } from '../testing/browser.ts';
import { authorizationPath } from '../testing/flow.ts';

const back = /^http:\/\/localhost:5173\/callback\?code=/;

let server: LogtoDev;
beforeAll(async () => {
  server = await startLogtoDev({ port: 0 });
});
beforeEach(() => fetch(`${server.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => server.close());

async function open(more: Record<string, string> = {}) {
  const browser = createBrowser(server.endpoint);
  return { browser, page: await browser.get(authorizationPath(more)) };
}

describe('the sign-in page', () => {
  it('offers the demo people and takes an e-mail address or a phone number too', async () => {
    const { browser, page } = await open();
    expect(page.text).toContain('only a username and a password');
    const end = await browser.post('/sign-in', { identifier: '+1 202-555-0142', password: demoPassword });
    expect(end.url).toMatch(back);
  });

  it('runs under a policy without inline scripts of others', async () => {
    const { page } = await open({ login_hint: '"><script>alert(1)</script>' });
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.text).not.toContain('<script>alert');
  });

  it('says so when nothing has been started', async () => {
    const page = await createBrowser(server.endpoint).get('/sign-in');
    expect(page.status).toBe(400);
    expect(page.text).toContain('Nothing to sign in to');
  });
});

describe('two-step verification', () => {
  async function untilSecondStep() {
    const { browser } = await open();
    const page = await browser.post('/sign-in', { identifier: 'alan', password: demoPassword });
    expect(new URL(page.url).pathname).toBe('/sign-in/second-step');
    return browser;
  }

  it('lets in with the code of the app and with nothing else', async () => {
    const browser = await untilSecondStep();
    expect((await browser.post('/sign-in/second-step', { kind: 'Totp', code: '000000' })).status).toBe(422);
    const code = new TOTP({ secret: Secret.fromBase32(demoTotpSecret) }).generate();
    expect((await browser.post('/sign-in/second-step', { kind: 'Totp', code })).url).toMatch(back);
  });

  it('takes every backup code once', async () => {
    const first = await untilSecondStep();
    const answer = { kind: 'BackupCode', code: 'c0de3aaaaa' };
    expect((await first.post('/sign-in/second-step', answer)).url).toMatch(back);
    const second = await untilSecondStep();
    expect((await second.post('/sign-in/second-step', answer)).status).toBe(422);
  });

  it('cannot be skipped by going back to the application', async () => {
    const browser = await untilSecondStep();
    const page = await browser.get(authorizationPath());
    expect(new URL(page.url).pathname).toBe('/sign-in');
  });
});

describe('the pretended social network', () => {
  const choose = (address: string, fields: Record<string, string>) => {
    const request = new URL(address).searchParams;
    const query = new URLSearchParams({ state: request.get('state') ?? '', ...fields });
    return `${request.get('redirect_uri')}?${query}`;
  };

  it('lets the owner of the linked account in', async () => {
    const { browser } = await open();
    const consent = await browser.get('/sign-in/social?user=pretend-sofia');
    expect(consent.text).toContain('value="pretend-sofia"');
    const end = await browser.get(choose(consent.url, { code: 'c', userId: 'pretend-sofia' }));
    expect(end.url).toMatch(back);
  });

  it('lets nobody in who refused, is unknown or comes with the state of another', async () => {
    const { browser } = await open();
    const consent = await browser.get('/sign-in/social');
    expect((await browser.get(choose(consent.url, { error: 'access_denied' }))).status).toBe(401);
    expect((await browser.get(choose(consent.url, { code: 'c', userId: 'nobody' }))).status).toBe(401);
    const forged = choose(consent.url, { code: 'c', userId: 'pretend-sofia' }).replace(
      /state=\w+/,
      'state=x',
    );
    expect(new URL((await browser.get(forged)).url).pathname).toBe('/sign-in');
  });
});
