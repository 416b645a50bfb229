import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LogtoDev, startLogtoDev } from '@account/logto-dev';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Prompts, SetupReport } from '../src/cli.ts';
import { answering, openTerminal } from './terminal.ts';

let logto: LogtoDev;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  logto = await startLogtoDev({ port: 0, isEmpty: true, quiet: true });
  terminal = await openTerminal();
});
afterAll(async () => {
  await terminal.close();
  await logto.close();
});

const outcome = ({ out }: { out: string }) => SetupReport.parse(JSON.parse(out)).outcome;

it('at a terminal, everything that is missing is asked for, the secret without showing it', async () => {
  const asked: string[] = [];
  const answers = [logto.endpoint, logto.bootstrap.appId, 'http://localhost:3450'];
  const prompts: Prompts = {
    ...answering(true),
    text: async (question) => {
      asked.push(question);
      return answers[asked.length - 1];
    },
    secret: async () => logto.bootstrap.appSecret,
  };
  const { code, out } = await terminal.run(['setup'], { prompts });
  expect([code, asked.length]).toEqual([0, 3]);
  expect(out).toContain('+ resource     http://localhost:3450/api');
  expect(terminal.printed()).not.toContain(logto.bootstrap.appSecret);
});

it('whoever gives up at a question changes nothing', async () => {
  const state = structuredClone(logto.state.applications);
  const away = { ...answering(true), text: async () => undefined };
  const { code, err } = await terminal.run(['setup', '--dotenv', 'other.env'], { prompts: away });
  expect([code, err]).toEqual([1, 'Nothing was changed.']);
  expect(logto.state.applications).toEqual(state);
});

it('the secret of the file is sent for the application of the file alone', async () => {
  const { code, err } = await terminal.run(['setup', '--app-id', logto.bootstrap.appId, '--yes']);
  expect([code, err]).toEqual([1, 'LOGTO_APP_SECRET or --app-secret-stdin is missing.']);
});

it('the secret that the tenant was set up with may stay in the environment: the file knows its own', async () => {
  const { code, err } = await terminal.run(['grant'], {
    env: { LOGTO_APP_SECRET: logto.bootstrap.appSecret },
  });
  expect([code, err]).toEqual([0, '']);
});

it('a secret that was rotated by hand stays while it is valid', async () => {
  const path = join(terminal.folder, '.env');
  const server = [...logto.state.applications.values()].find(
    ({ name }) => name === 'Account settings server',
  );
  const [first] = server?.secrets ?? [];
  if (!server || !first) throw new Error('There is no server');
  server.secrets.push({ ...first, name: 'next', value: 'rotated-by-hand' });
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace(first.value, 'rotated-by-hand'));
  expect(outcome(await terminal.run(['setup', '--json']))).toBe('unchanged');

  first.expiresAt = Date.now() - 1;
  await writeFile(path, text);
  const stale = await terminal.run(['setup', '--json'], { env: { LOGTO_M2M_APP_SECRET: 'rotated-by-hand' } });
  expect(outcome(stale)).toBe('planned');
});
