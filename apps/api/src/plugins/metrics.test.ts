import { createServer } from 'node:net';
import { demoPassword, signInByCodeFlow } from '@account/logto-dev';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Kit, startKit } from '../../test/kit.ts';

let kit: Kit;
let metricsUrl: string;
beforeAll(async () => {
  const port = await freePort();
  metricsUrl = `http://127.0.0.1:${port}/metrics`;
  kit = await startKit({ METRICS_PORT: String(port) });
});
afterAll(() => kit.stop());

it('says how calls and Logto fare, and holds nothing about people', async () => {
  const person = { identifier: 'ada', password: demoPassword, scopes: ['account:read'] };
  const { accountToken } = await signInByCodeFlow(kit.logto.endpoint, person);
  const headers = { authorization: `Bearer ${accountToken}` };
  await fetch(`${kit.url}/trpc/account.overview`, { headers });
  await fetch(`${kit.url}/trpc/account.overview`);
  await fetch(`${kit.url}/trpc/nothing.here`, { headers });
  const text = await (await fetch(metricsUrl)).text();
  const count = 'account_procedure_duration_seconds_count';
  expect(text).toContain(`${count}{procedure="account.overview",outcome="ok"} 1`);
  expect(text).toContain(`${count}{procedure="account.overview",outcome="SIGN_IN_REQUIRED"} 1`);
  expect(text).toContain(
    'account_logto_request_duration_seconds_count{method="GET",endpoint="/api/users/{userId}",outcome="200"} 1',
  );
  expect(text).toMatch(/account_recent_reads_total\{result="miss"\} \d/);
  expect(text).toContain('nodejs_eventloop_lag_seconds');
  expect(text).not.toMatch(/adalovelace0|nothing\.here|eyJ/);
});

it('is not to be had where the public is served', async () => {
  expect((await fetch(`${kit.url}/metrics`)).status).toBe(404);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
