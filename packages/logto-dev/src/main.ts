import { parseArgs } from 'node:util';
import { demoPeople, startLogtoDev } from './index.ts';

const usage = `pnpm logto-dev [--port 3001] [--seed FILE] [--empty]

  --port    the port on localhost (default 3001, or LOGTO_PORT)
  --empty   a fresh tenant without people instead of the demo tenant`;

async function main() {
  const { values } = parseArgs({
    options: {
      // biome-ignore lint/style/noProcessEnv: this is the configuration of the command
      port: { type: 'string', default: process.env.LOGTO_PORT ?? '3001' },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return print(usage);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`${values.port} is no port.`);
  const server = await startLogtoDev({ port, ...(values.empty ? { seed: 'empty' as const } : {}) });
  print(banner(server.endpoint, values.empty));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

function banner(endpoint: string, isEmpty: boolean) {
  const people = demoPeople.map(
    ({ label, identifier, password }) =>
      `  ${identifier.padEnd(24)} ${(password ?? '–').padEnd(16)} ${label}`,
  );
  return [`Local Logto: ${endpoint}   inbox: ${endpoint}/dev/inbox`, ...(isEmpty ? [] : people)].join('\n');
}

const print = (text: string) => process.stdout.write(`${text}\n`);

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
