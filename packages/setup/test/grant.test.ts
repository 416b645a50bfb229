import { type LogtoDev, startLogtoDev } from '@account/logto-dev';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { GrantReport } from '../src/cli.ts';
import { bootstrapArgs, openTerminal } from './terminal.ts';

let logto: LogtoDev;
let terminal: Awaited<ReturnType<typeof openTerminal>>;
beforeAll(async () => {
  const people = Array.from({ length: 230 }, (_, index) => ({ username: `person${index}` }));
  logto = await startLogtoDev({
    port: 0,
    isEmpty: true,
    quiet: true,
    seed: JSON.stringify({ users: people }),
  });
  terminal = await openTerminal();
});
afterAll(async () => {
  await terminal.close();
  await logto.close();
});

const given = () => ({ env: { LOGTO_APP_SECRET: logto.bootstrap.appSecret } });
const grant = () => terminal.run(['grant', '--json', ...bootstrapArgs(logto)], given());
const havingRole = () => [...logto.state.users.values()].filter(({ roleIds }) => roleIds.length === 1).length;

it('those who were there before get the role, once each, also after an interruption', async () => {
  expect((await grant()).err).toContain('Run `account setup` first');
  const url = ['--public-url', 'https://account.example.com', '--yes'];
  await terminal.run(['setup', ...bootstrapArgs(logto), ...url], given());
  expect(havingRole()).toBe(0);

  const busy = { status: 429, headers: { 'retry-after': '0' }, count: 1 };
  logto.state.faults.push({ path: '/api/roles', method: 'POST', ...busy });
  const first = await grant();
  expect(first.code).toBe(0);
  expect(GrantReport.parse(JSON.parse(first.out))).toEqual({ role: 'account-owner', granted: 230 });
  expect(first.err.split('\n').at(-1)).toBe('230 people have been given account-owner');
  expect(havingRole()).toBe(230);

  const [role] = [...logto.state.roles.values()].filter(({ name }) => name === 'account-owner');
  for (const user of [...logto.state.users.values()].slice(0, 120)) user.roleIds = [];
  logto.state.faults.push({ path: `/api/roles/${role?.id}/users`, method: 'POST', status: 500, count: 1 });
  expect((await grant()).code).toBe(1);
  expect(GrantReport.parse(JSON.parse((await grant()).out)).granted).toBe(120);
  expect(GrantReport.parse(JSON.parse((await grant()).out)).granted).toBe(0);
  expect(havingRole()).toBe(230);
});
