import { once } from 'node:events';
import { createServer } from 'node:net';
import { demoPassword, signInAt } from '@account/logto-dev';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDesk } from '../test/desk.ts';
import { type Kit, startKit } from '../test/kit.ts';

const ada = 'adalovelace0';

let kit: Kit;
let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  kit = await startKit();
  desk = await openDesk(kit.url);
});
afterAll(async () => {
  await desk.close();
  await kit.stop();
});

describe('the sign-in', () => {
  it('goes on although others knock where the browser is to come back', async () => {
    const answers: number[] = [];
    const openBrowser = async (address: string) => {
      const callback = `${new URL(address).searchParams.get('redirect_uri')}?code=forged&state=guessed`;
      answers.push((await fetch(callback)).status);
      await signInAt(address, { identifier: 'grace', password: demoPassword });
    };
    const { code } = await desk.support(['get', ada], { openBrowser });
    expect([code, answers]).toEqual([0, [404]]);
  });

  it('that Logto refuses is said so', async () => {
    const openBrowser = (address: string) => {
      const { searchParams } = new URL(address);
      const refusal = `?error=access_denied&state=${searchParams.get('state')}&iss=${kit.logto.endpoint}/oidc`;
      void fetch(`${searchParams.get('redirect_uri')}${refusal}`);
    };
    const { code, err } = await desk.support(['get', ada], { openBrowser });
    expect([code, err]).toEqual([1, expect.stringContaining('The sign-in failed (access_denied).')]);
  });

  it('says when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, err } = await desk.support(['get', ada, '--port', String(port)]);
    expect([code, err]).toEqual([1, `Port ${port} cannot be used (EADDRINUSE). Choose another with --port.`]);
    taken.close();
  });
});

describe('an address', () => {
  it.each([
    ['http://localhost:3498', 'does not answer (ECONNREFUSED)'],
    ['http://account.example.com', '--public-url must be an https address'],
  ])('%s: %s', async (url, words) => {
    const { code, err } = await desk.support(['get', ada, '--public-url', url]);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  });

  it('of something else, or of a server without an application for staff', async () => {
    const elsewhere = await desk.support(['get', ada, '--public-url', kit.logto.endpoint]);
    expect(elsewhere.err).toContain('is not answered by account settings');
    const bare = await startKit({ ACCOUNT_SUPPORT_APP_ID: '' });
    const { code, err } = await desk.support(['get', ada, '--public-url', bare.url]);
    expect([code, err]).toEqual([1, expect.stringContaining('has no ACCOUNT_SUPPORT_APP_ID')]);
    await bare.stop();
  });
});
