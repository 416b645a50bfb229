import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createAccountClient } from '@account/client';
import {
  accountEnvironment,
  demoPassword,
  type LogtoDev,
  signInByCodeFlow,
  startLogtoDev,
} from '@account/logto-dev';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let logto: LogtoDev;
let token: string;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  logto = await startLogtoDev({ port: 0, quiet: true });
  const person = { identifier: 'ada', password: demoPassword, scopes: ['account:read', 'account:write'] };
  token = (await signInByCodeFlow(logto.endpoint, person)).accountToken;
});
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await logto.close();
});

/** Starts an example as a process of its own, and resolves with the first line that it prints. */
async function start(file: string, variables: Record<string, string> = {}): Promise<string> {
  const example = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url))],
    {
      env: { ...accountEnvironment(logto.endpoint), PORT: '0', ACCESS_TOKEN: token, ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const gone = once(example, 'exit');
  stops.push(() => {
    example.kill();
    return gone;
  });
  const [line] = await Promise.race([
    once(createInterface(example.stdout), 'line'),
    gone.then(([code]) => Promise.reject(new Error(`${file} stopped with ${code}`))),
  ]);
  return String(line);
}

const overview = (url: string) =>
  createAccountClient({ url, getAccessToken: () => token }).account.overview.query();

describe('an example', () => {
  it('mounts the procedures in Fastify, beside a domain of its own', async () => {
    const url = await start('fastify.ts');
    expect(await overview(url)).toMatchObject({ name: 'Ada Lovelace' });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const update = { method: 'POST', headers, body: '{"isWanted":true}' };
    await fetch(`${url}/newsletter.update`, update);
    const kept = await fetch(`${url}/newsletter.get`, { headers });
    expect(await kept.json()).toEqual({ result: { data: { isWanted: true } } });
    expect((await fetch(`${url}/newsletter.get`)).status).toBe(401);
  });

  it('mounts them in Express, and draws a page with the hooks of the client', async () => {
    const url = await start('express.ts');
    expect(await overview(url)).toMatchObject({ name: 'Ada Lovelace' });
    expect(await start('react-page.tsx', { ACCOUNT_URL: url })).toContain('Ada Lovelace');
  });

  it('answers as a route handler of Next does', async () => {
    expect(await start('next-call.ts')).toContain('Ada Lovelace');
  });
});
