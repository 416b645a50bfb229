import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import { startBalancer } from './balancer.ts';
import { freePort } from './ports.ts';

const serverBundle = fileURLToPath(new URL('../apps/api/dist/main.mjs', import.meta.url));
const spans = new URL('spans.mjs', import.meta.url).href;

/**
 * The production build of app and API before a local Logto, as it is deployed: two processes on one PostgreSQL, asked
 * in turn. They tell all they can in their logs, spans and metrics. Without `TEST_DATABASE_URL`, one with a database of
 * its own.
 */
export async function startServer(given: Record<string, string> = {}) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const logto = await startLogtoDev({ port: 0, appOrigins: [url], quiet: true });
  const variables: Record<string, string> = {
    ...accountEnvironment(logto.endpoint),
    ACCOUNT_PUBLIC_URL: url,
    ACCOUNT_SECRET: randomBytes(24).toString('base64url'),
    DELETION_WEBHOOK_URL: `${url}/nowhere`,
    DELETION_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
    LOGTO_WEBHOOK_SIGNING_KEY: randomBytes(24).toString('base64url'),
    HOST: 'localhost',
    LOG_LEVEL: 'trace',
    NODE_OPTIONS: `--import ${spans}`,
    ...(env.TEST_DATABASE_URL ? { DATABASE_URL: await newDatabase() } : { ACCOUNT_DATA_DIR: 'memory://' }),
    ...given,
  };
  const servers = await Promise.all(
    Array.from({ length: variables.DATABASE_URL ? 2 : 1 }, () => startOne(variables)),
  );
  const balancer = await startBalancer(
    servers.map((server) => server.url),
    port,
  );
  return {
    logto,
    url,
    variables,
    tellOfChange: (personId: string) =>
      tellOfChange(url, personId, variables.LOGTO_WEBHOOK_SIGNING_KEY ?? ''),
    /** What an operator reads of them. */
    readOutput: async () => ({
      metrics: (await Promise.all(servers.map(({ readMetrics }) => readMetrics()))).join('\n'),
      readLog: () => servers.map(({ readLog }) => readLog()).join('\n'),
    }),
    stop: async () => {
      await balancer.close();
      await Promise.all(servers.map(({ stop }) => stop()));
      await logto.close();
    },
  };
}

async function startOne(variables: Record<string, string>) {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const url = `http://localhost:${port}`;
  const started = await startProcess(url, {
    ...variables,
    PORT: String(port),
    METRICS_HOST: 'localhost',
    METRICS_PORT: String(metricsPort),
  });
  return {
    ...started,
    url,
    readMetrics: async () => (await fetch(`http://localhost:${metricsPort}/metrics`)).text(),
  };
}

/** As Logto's hook does, so that a change which a test made behind the server's back is seen at once. */
async function tellOfChange(url: string, userId: string, key: string) {
  const createdAt = new Date().toISOString();
  const body = JSON.stringify({
    event: 'User.Data.Updated',
    createdAt,
    params: { userId },
    data: { once: randomUUID() },
  });
  const headers = {
    'content-type': 'application/json',
    'logto-signature-sha-256': createHmac('sha256', key).update(body).digest('hex'),
  };
  const { status } = await fetch(`${url}/webhooks/logto`, { method: 'POST', headers, body });
  if (status !== 200) throw new Error(`The hook was answered with ${status}`);
}

/** The production build as an operator starts it, once it is ready. */
export async function startProcess(
  url: string,
  variables: Record<string, string>,
  { file = serverBundle, ...options }: { file?: string; cwd?: string; uid?: number } = {},
) {
  const child = spawn(process.execPath, [file], { ...options, env: variables });
  const readLog = keepOutput(child);
  await isReady(`${url}/health/ready`, child, readLog);
  return {
    readLog,
    stop: async () => {
      const gone = once(child, 'close');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** Kept as it comes and put together at the end, so that it costs the journeys nothing. */
function keepOutput(server: ChildProcess) {
  const chunks: Buffer[] = [];
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

async function isReady(url: string, server: ChildProcess, readLog: () => string) {
  for (;;) {
    if (server.exitCode !== null) {
      throw new Error(`The server stopped with ${server.exitCode}:\n${readLog()}`);
    }
    const isUp = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
