#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { demoPeople, type LogtoDev, startLogtoDev } from './index.ts';

const usage = `pnpm logto-dev [--port 3001] [--seed FILE] [--empty]

  --port    the port on localhost (default: LOGTO_PORT, or 3001)
  --seed    a JSON file to merge over the tenant
  --empty   a fresh tenant without people instead of the demo tenant`;

const print = (text: string) => process.stdout.write(`${text}\n`);

async function main() {
  const { values } = parseArgs({
    options: {
      // biome-ignore lint/style/noProcessEnv: this is the configuration of the command
      port: { type: 'string', default: process.env.LOGTO_PORT ?? '3001' },
      seed: { type: 'string' },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return print(usage);
  const seed = values.seed === undefined ? undefined : await readFile(values.seed, 'utf8');
  const server = await startLogtoDev({
    port: toPort(values.port),
    isEmpty: values.empty,
    ...(seed === undefined ? {} : { seed }),
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
  print(banner(server, values.empty));
}

function toPort(text: string) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new Error(`${text} is not a port. Take a number from 0 to 65535.`);
}

function banner({ endpoint, bootstrap }: LogtoDev, isEmpty: boolean) {
  const people = demoPeople.map(
    ({ label, identifier, password }) => `  ${identifier.padEnd(15)} ${(password ?? '').padEnd(16)} ${label}`,
  );
  const machine = [
    `  pnpm account setup --endpoint ${endpoint} --app-id ${bootstrap.appId} --public-url http://localhost:3000`,
    `  The secret of ${bootstrap.appId}: ${bootstrap.appSecret}`,
  ];
  return [
    `Local Logto   ${endpoint}`,
    `Inbox         ${endpoint}/dev/inbox`,
    '',
    ...(isEmpty ? machine : people),
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
