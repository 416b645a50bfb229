import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { accountEnvironment, demoPassword, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { createLogtoClient } from '@account/logto-mgmt';
import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import { type AppRouter, appRouter, createAuthenticate, createContext, createTenant } from '../src/index.ts';
import { Problem, Scope } from '../src/schemas.ts';
import type { Rules } from '../src/trpc/context.ts';

export type Kit = Awaited<ReturnType<typeof startKit>>;
export type Client = ReturnType<Kit['client']>;

/** The procedures on a real socket before a local Logto, and people who sign in to it. */
export async function startKit(rules: Partial<Rules> = {}) {
  const logto = await startLogtoDev({ port: 0, quiet: true });
  const environment = accountEnvironment(logto.endpoint);
  const calls: string[] = [];
  const management = createLogtoClient({
    endpoint: logto.endpoint,
    appId: environment.LOGTO_M2M_APP_ID,
    appSecret: environment.LOGTO_M2M_APP_SECRET,
    onCall: ({ path }) => calls.push(path),
  });
  const services = {
    logto: management,
    authenticate: createAuthenticate({
      issuer: `${logto.endpoint}/oidc`,
      audience: environment.ACCOUNT_RESOURCE,
    }),
    tenant: createTenant(management),
    rules: { fieldRights: {}, customDataKeys: [], ...rules },
  };
  const server = createHTTPServer({
    router: appRouter,
    createContext: ({ req }) =>
      createContext(services, { requestId: 'request', authorization: req.headers.authorization }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    logto,
    management,
    /** The path template of every request to Logto so far. */
    calls,
    url,
    /** The access token of a demo person, for some scopes or all of them. */
    tokenOf: async (identifier: string, scopes: readonly string[] = Scope.options) =>
      (await signInByCodeFlow(logto.endpoint, { identifier, password: demoPassword, scopes })).accountToken,
    client: (token?: string) =>
      createTRPCClient<AppRouter>({
        links: [httpLink({ url, headers: token ? { authorization: `Bearer ${token}` } : {} })],
      }),
    /** Changes what the tenant is set to; the procedures keep such settings for a while, so do it before the first call. */
    setAccountCenter: (settings: Record<string, string>, enabled = true) =>
      Object.assign(logto.state.accountCenter, { enabled, fields: settings }),
    stop: async () => {
      server.close();
      await management.close();
      await logto.close();
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
