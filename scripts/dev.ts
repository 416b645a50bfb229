import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, demoPeople, startLogtoDev } from '@account/logto-dev';
import { isFree } from './ports.ts';

/** Starts the local Logto, the API and the app, each reloading by itself, and says where everything is. */
const root = fileURLToPath(new URL('..', import.meta.url));
const apiFolder = join(root, 'apps/api');
const webFolder = join(root, 'apps/web');

if (existsSync('.env')) loadEnvFile('.env');
const { APP_PORT = '5173', PORT = '3000', LOGTO_PORT = '3001', LOGTO_ENDPOINT, LOG_LEVEL = 'warn' } = env;
const { ACCOUNT_DATA_DIR = join(root, '.data') } = env;
let stopping = false;
const appUrl = `http://localhost:${APP_PORT}`;

await refuseTakenPorts();
const logto = LOGTO_ENDPOINT
  ? undefined
  : await startLogtoDev({ port: Number(LOGTO_PORT), appOrigins: [appUrl] });
const children = [
  run(apiFolder, ['--watch', '--watch-preserve-output', '--import', 'tsx', 'src/main.ts'], {
    ...(logto && accountEnvironment(logto.endpoint)),
    ACCOUNT_PUBLIC_URL: appUrl,
    ACCOUNT_DATA_DIR,
    PORT,
    LOG_LEVEL,
  }),
  run(webFolder, [vite(), '--logLevel', 'warn'], { APP_PORT, API_PORT: PORT }),
];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
for (const child of children) child.once('exit', () => void stop(1));

await isUp(`http://localhost:${PORT}/health/live`);
await isUp(appUrl);
process.stdout.write(welcome());

async function refuseTakenPorts() {
  const wanted = Object.entries({ APP_PORT, PORT, ...(LOGTO_ENDPOINT ? {} : { LOGTO_PORT }) });
  for (const [variable, port] of wanted) {
    if (await isFree(Number(port))) continue;
    process.stderr.write(`Port ${port} is taken. Stop what uses it, or choose another with ${variable}.\n`);
    process.exit(1);
  }
}

function run(cwd: string, args: string[], variables: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...env, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** The file behind the command, so that no shell is needed on any system. */
function vite() {
  return join(
    dirname(createRequire(join(webFolder, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  );
}

async function isUp(url: string) {
  while (
    !(await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function stop(code: number) {
  if (stopping) return;
  stopping = true;
  await Promise.all(children.map(end));
  await logto?.close();
  process.exit(code);
}

async function end(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const patience = setTimeout(() => child.kill('SIGKILL'), 5_000);
  child.kill('SIGTERM');
  await once(child, 'exit');
  clearTimeout(patience);
}

function welcome() {
  const people = demoPeople.map(
    ({ label, identifier, password }) =>
      `    ${identifier.padEnd(24)} ${(password ?? '–').padEnd(16)} ${label}`,
  );
  const signIn = logto
    ? ['  Sign in as', ...people, '', `  Codes that mail and SMS would carry: ${logto.endpoint}/dev/inbox`]
    : [`  Sign in at ${LOGTO_ENDPOINT}`];
  return ['', `  Account settings: ${appUrl}`, '', ...signIn, '', '  Ctrl-C stops everything.', '', ''].join(
    '\n',
  );
}
