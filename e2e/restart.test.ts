import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountEnvironment, demoPassword, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import { expect, it } from 'vitest';
import { freePort } from './ports.ts';
import { startProcess } from './stack.ts';

const probeMs = 50;

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
    await balancer.knows(url);
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

/** In turn to those that say they are ready, over connections that are kept; what a server does not answer is lost. */
async function startBalancer(urls: string[]) {
  const agent = new Agent({ keepAlive: true });
  const ready = new Set(urls);
  let turn = 0;
  const probe = (url: string) =>
    fetch(`${url}/health/ready`).then(
      ({ ok }) => (ok ? ready.add(url) : ready.delete(url)),
      () => ready.delete(url),
    );
  const probing = setInterval(() => void Promise.all(urls.map(probe)), probeMs);

  const server = createServer((incoming, outgoing) => {
    const targets = [...ready];
    const target = targets[turn++ % targets.length] ?? '';
    const { method, headers } = incoming;
    const forwarded = request(`${target}${incoming.url}`, { agent, method: method ?? 'GET', headers });
    forwarded.on('response', (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(forwarded);
  }).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    knows: (url: string) => expect.poll(() => ready.has(url), patience).toBe(true),
    close: async () => {
      clearInterval(probing);
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}
