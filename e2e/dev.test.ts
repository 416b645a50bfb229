import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { freePort } from './ports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
let dev: ChildProcessWithoutNullStreams | undefined;

afterEach(() => {
  dev?.kill('SIGKILL');
});

function start(ports: Record<string, number>) {
  const variables = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  const env = { ...process.env, ...variables, NODE_ENV: 'development' };
  dev = spawn(process.execPath, ['--import', 'tsx', 'scripts/dev.ts'], { cwd: root, env });
  return dev;
}

const answers = (port: number) =>
  fetch(`http://localhost:${port}/`).then(
    () => true,
    () => false,
  );

it('the development command says where everything is, and Ctrl-C leaves nothing behind', async () => {
  const ports = { APP_PORT: await freePort(), PORT: await freePort(), LOGTO_PORT: await freePort() };
  const running = start(ports);
  let output = '';
  running.stdout.on('data', (chunk) => {
    output += chunk;
  });
  await expect.poll(() => output, { timeout: 40_000 }).toContain('Ctrl-C stops everything');
  expect(output).toContain(`http://localhost:${ports.APP_PORT}`);
  expect(output).toMatch(/ada .*Ada: everything filled in/);
  expect(output).toContain(`http://localhost:${ports.LOGTO_PORT}/dev/inbox`);
  const config = await fetch(`http://localhost:${ports.APP_PORT}/config.json`);
  expect(await config.json()).toMatchObject({ endpoint: `http://localhost:${ports.LOGTO_PORT}` });
  running.kill('SIGINT');
  const [code] = await once(running, 'exit');
  expect(code).toBe(0);
  for (const port of Object.values(ports)) expect(await answers(port), `port ${port}`).toBe(false);
});

it('a taken port is one clear sentence', async () => {
  const other = createServer().listen(0, 'localhost');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  const failing = start({ APP_PORT: taken, PORT: await freePort(), LOGTO_PORT: await freePort() });
  const [message] = await Promise.all([text(failing.stderr), once(failing, 'exit')]);
  expect(message).toBe(`Port ${taken} is taken. Stop what uses it, or choose another with APP_PORT.\n`);
  expect(failing.exitCode).toBe(1);
  other.close();
});
