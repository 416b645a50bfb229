import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import {
  accountEnvironment,
  demoPassword,
  type LogtoDev,
  signInByCodeFlow,
  startLogtoDev,
} from '@account/logto-dev';
import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from '@trpc/client';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import {
  type AppRouter,
  appRouter,
  createContext,
  createServices,
  factsOf,
  type Rules,
} from '../src/index.ts';
import { Problem, Scope, type StepUpPurpose } from '../src/schemas.ts';
import { newDatabase } from './database.ts';

export type Kit = Awaited<ReturnType<typeof startKit>>;
export type Client = ReturnType<Kit['client']>;

export type KitOptions = Partial<Rules> & {
  /** For a second server: the database of the first. */
  databaseUrl?: string;
  /** For a second server: the Logto of the first, which is not stopped with this kit. */
  logto?: LogtoDev;
};

/** The procedures on a real socket before a local Logto, and people who sign in to it. */
export async function startKit({ databaseUrl, logto: sharedLogto, ...rules }: KitOptions = {}) {
  const logto = sharedLogto ?? (await startLogtoDev({ port: 0, quiet: true }));
  const environment = accountEnvironment(logto.endpoint);
  const calls: string[] = [];
  const endpoints: string[] = [];
  const logged: Record<string, unknown>[] = [];
  const log = {
    error: (fields: Record<string, unknown>, message: string) => void logged.push({ message, ...fields }),
  };
  const ownDatabase = databaseUrl ?? (await newDatabase());
  const { services, close } = await createServices({
    logto: {
      endpoint: logto.endpoint,
      appId: environment.LOGTO_M2M_APP_ID,
      appSecret: environment.LOGTO_M2M_APP_SECRET,
      onCall: ({ method, path }) => {
        calls.push(path);
        endpoints.push(`${method} ${path}`);
      },
    },
    resource: environment.ACCOUNT_RESOURCE,
    clientId: environment.ACCOUNT_SPA_APP_ID,
    store: { databaseUrl: ownDatabase },
    rules,
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
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const clientOf = (token?: string, stepUp?: string) =>
    createTRPCClient<AppRouter>({
      links: [
        httpLink({
          url,
          headers: {
            ...(token && { authorization: `Bearer ${token}` }),
            ...(stepUp && { 'x-step-up': stepUp }),
          },
        }),
      ],
    });

  return {
    logto,
    management: services.logto,
    store: services.store,
    /** For a second server. */
    databaseUrl: ownDatabase,
    services,
    log,
    /** What went to the log. */
    logged,
    /** The path template of every request to Logto so far. */
    calls,
    /** The same with the method: `GET /api/users/{userId}`. */
    endpoints,
    url,
    /** The access token of a demo person, for some scopes or all of them. */
    tokenOf: async (identifier: string, scopes: readonly string[] = Scope.options) =>
      (await signInByCodeFlow(logto.endpoint, { identifier, password: demoPassword, scopes })).accountToken,
    client: clientOf,
    /** As the app has it: calls that are made together travel together. */
    batchingClient: (token: string) =>
      createTRPCClient<AppRouter>({
        links: [httpBatchLink({ url, headers: { authorization: `Bearer ${token}` } })],
      }),
    /** A fresh proof of who a demo person is, for the `X-Step-Up` header. */
    stepUpOf: async (token: string, purpose: StepUpPurpose = 'change') => {
      const proof = { method: 'password', password: demoPassword, purpose } as const;
      return (await clientOf(token).stepUp.finish.mutate(proof)).token;
    },
    /** Changes what the tenant is set to; the procedures keep such settings for a while, so do it before the first call. */
    setAccountCenter: (settings: Record<string, string>, enabled = true) =>
      Object.assign(logto.state.accountCenter, { enabled, fields: settings }),
    stop: async () => {
      server.close();
      await close();
      if (!sharedLogto) await logto.close();
    },
  };
}

/** The problem that a call was refused with; a call that was not refused is an error. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const outcome = await call.then(
    (value) => new Error(`It was not refused: ${JSON.stringify(value)}`),
    (error: unknown) => error,
  );
  if (!(outcome instanceof TRPCClientError)) throw outcome;
  return Problem.parse(outcome.data?.problem);
}
