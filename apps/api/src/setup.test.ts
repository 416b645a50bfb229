import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type Config, readConfig } from '@account/config';
import { type LogtoDev, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { createLogtoClient } from '@account/logto-mgmt';
import { Scope } from '@account/procedures/schemas';
import { newDatabase } from '@account/procedures/testing/database';
import { bootstrapArgs, openTerminal } from '@account/setup/testing/terminal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildServer } from './server.ts';

/** From a new tenant to a server that people can use, with nothing but what the setup has written. */
let logto: LogtoDev;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
let server: Awaited<ReturnType<typeof buildServer>>;
let config: Config;
let databaseUrl: string;

beforeAll(async () => {
  databaseUrl = await newDatabase();
  logto = await startLogtoDev({ port: 0, isEmpty: true, quiet: true });
  terminal = await openTerminal();
  const port = await freePort();
  const args = [...bootstrapArgs(logto), '--public-url', `http://localhost:${port}`, '--webhook', '--yes'];
  const { code } = await terminal.run(['setup', ...args], {
    env: { LOGTO_APP_SECRET: logto.bootstrap.appSecret },
  });
  expect(code).toBe(0);
  const written = parseEnv(await readFile(join(terminal.folder, '.env'), 'utf8'));
  config = readConfig({ ...written, DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', PORT: String(port) });
  server = await buildServer(config);
  await server.listen({ host: 'localhost', port });
});
afterAll(async () => {
  await server.close();
  await terminal.close();
  await logto.close();
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

it('a person who is made after the setup signs in and sees their account', async () => {
  // The application that the setup was run with may be gone by now.
  logto.state.applications.delete(logto.bootstrap.appId);
  const { endpoint, appId, appSecret } = config.logto;
  const management = createLogtoClient({ endpoint, appId, appSecret });
  await management.users.create({ username: 'kim', password: 'calm-meadow-71' });
  await management.close();

  const { publicUrl, resource, spaAppId } = config.account;
  const { accountToken } = await signInByCodeFlow(endpoint, {
    identifier: 'kim',
    password: 'calm-meadow-71',
    scopes: Scope.options,
    clientId: spaAppId,
    redirectUri: `${publicUrl}/callback`,
    resource,
  });
  const headers = { authorization: `Bearer ${accountToken}` };
  const answer = await fetch(`${publicUrl}/trpc/account.overview`, { headers });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('kim')]);
});
