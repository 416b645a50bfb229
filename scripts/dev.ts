import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { env, loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import { demoPeople, startLogtoDev } from '@account/logto-dev';
import { isFree } from './ports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text: string) => process.stdout.write(`${text}\n`);

if (existsSync('.env')) loadEnvFile('.env');
const ports = {
  app: { variable: 'APP_PORT', port: Number(env.APP_PORT ?? 5173) },
  API: { variable: 'PORT', port: Number(env.PORT ?? 3000) },
  Logto: { variable: 'LOGTO_PORT', port: Number(env.LOGTO_PORT ?? 3001) },
};
const appUrl = `http://localhost:${ports.app.port}`;
const usesOwnLogto = env.LOGTO_ENDPOINT !== undefined;

await stopIfTaken();
const logto = usesOwnLogto ? undefined : await startLogtoDev({ port: ports.Logto.port, appOrigins: [appUrl] });
const children = [
  run('apps/api', 'tsx', ['watch', '--clear-screen=false', 'src/main.ts'], {
    ...logto?.accountEnvironment,
    ACCOUNT_PUBLIC_URL: appUrl,
    PORT: String(ports.API.port),
    LOG_LEVEL: env.LOG_LEVEL ?? 'warn',
  }),
  run('apps/web', 'vite', ['--logLevel', 'warn'], { APP_PORT: String(ports.app.port), API_PORT: String(ports.API.port) }),
];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stop(0));
for (const child of children) child.once('exit', () => stop(1));

await answers(`http://localhost:${ports.API.port}/health/live`);
await answers(appUrl);
welcome();

async function stopIfTaken() {
  for (const [name, { variable, port }] of Object.entries(ports)) {
    if ((name === 'Logto' && usesOwnLogto) || (await isFree(port))) continue;
    process.stderr.write(`Port ${port} (${name}) is taken. Stop what uses it, or choose another with ${variable}.\n`);
    process.exit(1);
  }
}

function run(folder: string, bin: string, args: string[], variables: Record<string, string>): ChildProcess {
  const cwd = join(root, folder);
  return spawn(process.execPath, [binPath(cwd, bin), ...args], {
    cwd,
    env: { ...env, ...variables },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

/** The file behind a package's command, so that no shell is needed on any system. */
function binPath(cwd: string, bin: string) {
  const require = createRequire(join(cwd, 'package.json'));
  const manifestPath = require.resolve(`${bin}/package.json`);
  const { bin: bins } = require(manifestPath);
  return join(dirname(manifestPath), typeof bins === 'string' ? bins : bins[bin]);
}

async function stop(code: number) {
  process.exitCode = code;
  for (const child of children) child.removeAllListeners('exit');
  await Promise.all(
    children.map(async (child) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      const giveUp = setTimeout(() => child.kill('SIGKILL'), 5_000);
      await once(child, 'exit');
      clearTimeout(giveUp);
    }),
  );
  await logto?.close();
  process.exit();
}

async function answers(url: string) {
  for (;;) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function welcome() {
  const people = demoPeople.map(({ label, identifier, password }) => `    ${identifier.padEnd(22)} ${password.padEnd(22)} ${label}`);
  const local = logto
    ? ['', '  Sign in as', ...people, '', `  Codes that mail and SMS would carry   ${logto.endpoint}/dev/inbox`]
    : ['', `  Sign in at   ${env.LOGTO_ENDPOINT}`];
  say(['', '', `  Account settings   ${appUrl}`, ...local, '', '  Ctrl-C stops everything.', ''].join('\n'));
}
