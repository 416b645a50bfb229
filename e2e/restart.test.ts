import { accountEnvironment, demoPassword, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import { expect, it } from 'vitest';
import { startBalancer } from './balancer.ts';
import { freePort } from './ports.ts';
import { startProcess } from './server.ts';

/** One person may ask one server for one thing 300 times a minute. */
const mostCalls = 250;

const patience = { timeout: 15_000 };

it('a release loses no request: two servers are replaced in turn while people use them', async () => {
  const logto = await startLogtoDev({ port: 0, quiet: true });
  const urls = [await freePort(), await freePort()].map((port) => `http://localhost:${port}`);
  const variables = {
    ...accountEnvironment(logto.endpoint),
    DATABASE_URL: await newDatabase(),
    DRAIN_SECONDS: '1',
  };
  const start = (url: string) =>
    startProcess(url, { ...variables, ACCOUNT_PUBLIC_URL: url, HOST: 'localhost', PORT: new URL(url).port });
  const servers = await Promise.all(urls.map(start));
  const balancer = await startBalancer(urls);
  const person = { identifier: 'ada', password: demoPassword, scopes: ['account:read'] };
  const { accountToken } = await signInByCodeFlow(logto.endpoint, person);
  const people = usePage(balancer.url, accountToken);

  for (const [turn, url] of urls.entries()) {
    await people.seen(20);
    await servers[turn]?.stop();
    servers[turn] = await start(url);
    await expect.poll(() => balancer.isReady(url), patience).toBe(true);
  }
  await people.seen(20);
  const answers = await people.leave();
  expect([...answers.keys()]).toEqual([200]);

  await balancer.close();
  await Promise.all(servers.map(({ stop }) => stop()));
  await logto.close();
}, 60_000);

/** Asks again and again, for as long as it is used. Calls wait for Logto, so that some are under way at any moment. */
function usePage(url: string, token: string) {
  const answers = new Map<number, number>();
  const headers = { authorization: `Bearer ${token}`, 'cache-control': 'no-cache' };
  let isUsed = true;
  let left = mostCalls;
  const use = async () => {
    while (isUsed) {
      const path = left-- > 0 ? '/trpc/account.overview' : '/config.json';
      const status = await fetch(url + path, { headers }).then(async (answer) => {
        await answer.text();
        return answer.status;
      });
      answers.set(status, (answers.get(status) ?? 0) + 1);
    }
  };
  const users = [use(), use(), use()];
  const total = () => [...answers.values()].reduce((sum, count) => sum + count, 0);
  return {
    seen: (more: number) => expect.poll(total, patience).toBeGreaterThan(total() + more),
    leave: async () => {
      isUsed = false;
      await Promise.all(users);
      return answers;
    },
  };
}
