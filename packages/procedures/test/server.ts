import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { accountEnvironment } from '@account/logto-dev';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import {
  appRouter,
  createContext,
  createServices,
  factsOf,
  type PeopleOptions,
  type Rules,
} from '../src/index.ts';

export type ServerOptions = {
  databaseUrl: string;
  rules?: Partial<Rules>;
  /** The longest that a call to Logto may take. */
  timeoutMs?: number | undefined;
  /** Tests change Logto behind our back, so nothing that was read is shown again unless they are about that. */
  recent?: PeopleOptions | undefined;
};

/** The procedures on a real socket before the local Logto at `endpoint`. */
export async function startServer(
  endpoint: string,
  { databaseUrl, rules = {}, timeoutMs, recent = { ttlMs: 0 } }: ServerOptions,
) {
  const environment = accountEnvironment(endpoint);
  const calls: string[] = [];
  const endpoints: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const log = {
    error: (fields: Record<string, unknown>, message: string) => void logged.push({ message, ...fields }),
  };
  const { services, close } = await createServices({
    logto: {
      endpoint,
      appId: environment.LOGTO_M2M_APP_ID,
      appSecret: environment.LOGTO_M2M_APP_SECRET,
      ...(timeoutMs !== undefined && { timeoutMs }),
      onCall: ({ method, path }) => {
        calls.push(path);
        endpoints.push(`${method} ${path}`);
      },
    },
    resource: environment.ACCOUNT_RESOURCE,
    clientId: environment.ACCOUNT_SPA_APP_ID,
    store: { databaseUrl },
    rules,
    recent,
  });
  const server = createHTTPServer({
    router: appRouter,
    createContext: ({ req }) =>
      createContext(
        services,
        factsOf(req.headers, { requestId: 'request', ip: req.socket.remoteAddress, log }),
      ),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    databaseUrl,
    management: services.logto,
    store: services.store,
    services,
    log,
    /** What went to the log. */
    logged,
    /** The path template of every request to Logto so far. */
    calls,
    /** The same with the method: `GET /api/users/{userId}`. */
    endpoints,
    stop: async () => {
      server.close();
      await close();
    },
  };
}
