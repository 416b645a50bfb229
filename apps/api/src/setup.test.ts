import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type Config, readConfig } from '@account/config';
import { type LogtoDev, signInAt, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { createLogtoClient } from '@account/logto-mgmt';
import { ownScopes } from '@account/procedures/schemas';
import { newDatabase, queryDatabase } from '@account/procedures/testing/database';
import { DoctorReport } from '@account/setup';
import { bootstrapArgs, openTerminal } from '@account/setup/testing/terminal';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
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
    scopes: ownScopes,
    clientId: spaAppId,
    redirectUri: `${publicUrl}/callback`,
    resource,
  });
  const headers = { authorization: `Bearer ${accountToken}` };
  const answer = await fetch(`${publicUrl}/trpc/account.overview`, { headers });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('kim')]);
});

it('who is given the role of the support signs in at a terminal', async () => {
  const { endpoint, appId, appSecret } = config.logto;
  const management = createLogtoClient({ endpoint, appId, appSecret });
  const person = { identifier: 'noor', password: 'calm-meadow-71' };
  const { id } = await management.users.create({ username: person.identifier, password: person.password });
  await management.close();
  const openBrowser = (address: string) => void signInAt(address, person);
  const find = ['support', 'find', 'noor', '--by', 'username', '--json'];
  expect((await terminal.run(find, { openBrowser })).err).toContain('grants account:support');
  const role = [...logto.state.roles.values()].find(({ name }) => name === 'account-support');
  logto.state.users.get(id)?.roleIds.push(role?.id ?? '');
  const { code, out } = await terminal.run(find, { openBrowser });
  expect([code, JSON.parse(out)]).toMatchObject([0, { people: [{ id }] }]);
});

it('what changes in the tenant is told to the server, which believes it', async () => {
  const { endpoint, appId, appSecret } = config.logto;
  const management = createLogtoClient({ endpoint, appId, appSecret });
  const { id } = await management.users.create({ username: 'lou' });
  await management.users.update(id, { name: 'Lou' });
  await management.close();
  const delivery = await vi.waitUntil(() =>
    logto.state.logs.find(({ key }) => key === 'TriggerHook.User.Data.Updated'),
  );
  expect(delivery.payload.result).toBe('Success');
});

async function examine(database = databaseUrl) {
  const { code, out } = await terminal.run(['doctor', '--json'], { env: { DATABASE_URL: database } });
  const { checks } = DoctorReport.parse(JSON.parse(out));
  return { code, checks, database: checks.find(({ id }) => id === 'database') };
}

it('the doctor finds such a server in order, but for what a new tenant cannot do yet', async () => {
  const { code, checks } = await examine();
  expect(checks.filter(({ status }) => status !== 'ok').map(({ id }) => id)).toEqual([
    'connector.email',
    'mfa',
  ]);
  expect(code).toBe(2);
});

it('the doctor tells a database that is behind from one that is ahead, and changes neither', async () => {
  const fresh = await newDatabase();
  for (const _ of ['first', 'second'])
    expect((await examine(fresh)).database).toMatchObject({
      status: 'warn',
      message: expect.stringContaining('migrations are to be applied'),
    });
  await queryDatabase(
    databaseUrl,
    "insert into account.__drizzle_migrations (hash, created_at) values ('new', 1)",
  );
  expect((await examine()).database).toMatchObject({
    status: 'fail',
    message: expect.stringContaining('newer version'),
  });
});
