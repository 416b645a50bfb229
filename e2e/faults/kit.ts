import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { accountEnvironment, demoPassword, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import type { AppRouter } from '@account/procedures';
import { type Problem, Scope } from '@account/procedures/schemas';
import { newDatabase } from '@account/procedures/testing/database';
import { problemOf } from '@account/procedures/testing/kit';
import { createTRPCClient, httpLink } from '@trpc/client';
import { expect, vi } from 'vitest';
import { freePort } from '../ports.ts';
import type { Trouble } from './inside.ts';
import { startProxy } from './proxy.ts';

const serverBundle = fileURLToPath(new URL('../../apps/api/dist/main.mjs', import.meta.url));
const inside = new URL('./inside.ts', import.meta.url).href;

export type Server = Awaited<ReturnType<typeof startServer>>;
export type Kit = Awaited<ReturnType<typeof startKit>>;
export type Client = ReturnType<Server['client']>;

/** What the built server is started with, and where its troubles come from: a local Logto and a PostgreSQL behind proxies. */
export async function startKit(given: Record<string, string> = {}) {
  const here = { host: 'localhost', port: 0 };
  const toLogto = await startProxy(here);
  const endpoint = `http://localhost:${toLogto.port}`;
  const startLogto = () => startLogtoDev({ port: 0, endpoint, quiet: true });
  const logto = await startLogto();
  toLogto.lead({ ...here, port: logto.port });
  const database = new URL(await newDatabase());
  const toDatabase = await startProxy({ host: database.hostname, port: Number(database.port) });
  database.port = String(toDatabase.port);
  const servers: Server[] = [];
  const variables = {
    ...accountEnvironment(endpoint),
    ACCOUNT_PUBLIC_URL: 'http://localhost:5173',
    ACCOUNT_SECRET: randomBytes(24).toString('base64url'),
    DATABASE_URL: database.href,
    HOST: 'localhost',
    ...given,
  };
  return {
    logto,
    toLogto,
    toDatabase,
    /** Another Logto for the same tenant, with keys of its own and nothing that happened to the first. */
    startLogto,
    /** The same server once more, or again. */
    startServer: async (more: Record<string, string> = {}) => {
      const server = await startServer({ ...variables, ...more });
      servers.push(server);
      return server;
    },
    /** Somebody who signs in, and their access token. */
    tokenOf: (identifier: string) => tokenOf(endpoint, identifier),
    stop: async () => {
      await Promise.all(servers.map((server) => server.end('SIGKILL')));
      await Promise.all([toLogto.close(), toDatabase.close(), logto.close()]);
    },
  };
}

async function tokenOf(endpoint: string, identifier: string) {
  const person = { identifier, password: demoPassword, scopes: Scope.options };
  return (await signInByCodeFlow(endpoint, person)).accountToken;
}

/** Starts the production build as a process of its own. Rejects with what it said when it ends before it listens. */
async function startServer(variables: Record<string, string>) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', inside, serverBundle], {
    env: { ...variables, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = keepOutput(child);
  await listens(child, log);
  const client = (token: string, stepUp = '') => {
    // As the app after a change: what was shown a moment ago would hide the troubles.
    const headers = { authorization: `Bearer ${token}`, 'x-step-up': stepUp, 'cache-control': 'no-cache' };
    return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, headers })] });
  };
  return {
    url,
    pid: child.pid,
    log: log.read,
    client,
    /** Somebody who has just proven who they are. */
    proven: async (token: string, purpose: 'change' | 'delete' = 'change') => {
      const proof = { method: 'password', password: demoPassword, purpose } as const;
      return client(token, (await client(token).stepUp.finish.mutate(proof)).token);
    },
    /** What the person is told. It has a reference, and the server's log has more under it. */
    told: async (call: Promise<unknown>): Promise<Problem> => {
      const problem = await problemOf(call);
      await vi.waitFor(() => expect(log.read()).toContain(problem.requestId));
      return problem;
    },
    health: async () => (await fetch(`${url}/health/ready`)).json(),
    /** Makes the machine as it says. */
    suffer: async (trouble: Partial<Trouble>) => {
      const done = once(child, 'message');
      child.send(trouble);
      await done;
    },
    freeze: () => child.kill('SIGSTOP'),
    thaw: () => child.kill('SIGCONT'),
    end: async (signal: 'SIGTERM' | 'SIGKILL') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'close');
      child.kill(signal);
      await gone;
    },
  };
}

function keepOutput(child: ChildProcess) {
  let text = '';
  const ears = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      for (const ear of ears) ear();
    });
  }
  return { read: () => text, onMore: (ear: () => void) => void ears.add(ear) };
}

function listens(child: ChildProcess, log: ReturnType<typeof keepOutput>) {
  return new Promise<void>((resolve, reject) => {
    log.onMore(() => log.read().includes('Server listening') && resolve());
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${log.read()}`)));
  });
}
