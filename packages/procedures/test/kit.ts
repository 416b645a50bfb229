import { demoPassword, type LogtoDev, signInByCodeFlow, startLogtoDev } from '@account/logto-dev';
import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from '@trpc/client';
import type { AppRouter, PeopleOptions, Rules } from '../src/index.ts';
import { Problem, Scope, type StepUpPurpose } from '../src/schemas.ts';
import { newDatabase } from './database.ts';
import { startServer } from './server.ts';

export type Kit = Awaited<ReturnType<typeof startKit>>;
export type Client = ReturnType<Kit['client']>;

export type KitOptions = Partial<Rules> & {
  /** For a second server: the database of the first. */
  databaseUrl?: string;
  /** For a second server: the Logto of the first, which is not stopped with this kit. */
  logto?: LogtoDev;
  /** The longest that a call to Logto may take. */
  timeoutMs?: number;
  /** For how long something is shown after it was read; not at all by default. */
  recent?: PeopleOptions;
};

/** The procedures on a real socket before a local Logto, and people who sign in to it. */
export async function startKit({
  databaseUrl,
  logto: sharedLogto,
  timeoutMs,
  recent,
  ...rules
}: KitOptions = {}) {
  const logto = sharedLogto ?? (await startLogtoDev({ port: 0, quiet: true }));
  const server = await startServer(logto.endpoint, {
    databaseUrl: databaseUrl ?? (await newDatabase()),
    timeoutMs,
    // Test people keep the token they began with; that one does not outlive a sign-out has a test of its own.
    rules: { clockSkewSeconds: 3600, ...rules },
    recent,
  });
  const { url } = server;

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
    ...server,
    logto,
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
      await server.stop();
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
