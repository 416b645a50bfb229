import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LogtoDev, startLogtoDev } from '../index.ts';
import { authorizationPath, refresh, signIn } from '../testing/flow.ts';

let server: LogtoDev;
beforeAll(async () => {
  server = await startLogtoDev({ port: 0 });
});
beforeEach(() => fetch(`${server.endpoint}/dev/reset`, { method: 'POST' }));
afterAll(() => server.close());

describe('signing out', () => {
  it('ends the session and leads back without a question; the application revokes its own refresh token', async () => {
    const { browser, tokens } = await signIn(server.endpoint, 'ben');
    const query = new URLSearchParams({
      client_id: 'account-web',
      post_logout_redirect_uri: 'http://localhost:5173/',
    });
    const page = await browser.get(`/oidc/session/end?${query}`);
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    expect(page.text).toContain('.submit()');
    const end = await browser.post('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    expect(end.url).toBe('http://localhost:5173/');
    const refreshed = await refresh(server.endpoint, tokens.refresh_token);
    expect(refreshed.status).toBe(200);
    const token = String(refreshed.body.refresh_token);
    const body = new URLSearchParams({ client_id: 'account-web', token });
    await fetch(`${server.endpoint}/oidc/token/revocation`, { method: 'POST', body });
    expect((await refresh(server.endpoint, token)).status).toBe(400);
    expect(new URL((await browser.get(authorizationPath())).url).pathname).toBe('/sign-in');
  });

  it('tells the application by back channel, with the sid that its ID token carried', async () => {
    const received: URLSearchParams[] = [];
    const application = createServer(async (request, response) => {
      received.push(new URLSearchParams(await text(request)));
      response.end();
    }).listen(0, 'localhost');
    await new Promise((resolve) => application.once('listening', resolve));
    const address = application.address();
    const spa = server.state.applications.get('account-web');
    if (!spa || typeof address !== 'object' || !address) throw new Error('not set up');
    spa.oidcClientMetadata.backchannelLogoutUri = `http://localhost:${address.port}/logout`;
    spa.oidcClientMetadata.backchannelLogoutSessionRequired = true;

    const { browser, idToken } = await signIn(server.endpoint, 'ben');
    const page = await browser.get('/oidc/session/end?client_id=account-web');
    const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
    await browser.post('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    application.close();

    expect(idToken.sid).toBeTypeOf('string');
    expect(decodeJwt(received[0]?.get('logout_token') ?? '')).toMatchObject({
      sid: idToken.sid,
      sub: idToken.sub,
    });
  });
});
