import { describeTarget } from './dev/target.ts';
import { createDemoSeed, createEmptySeed } from './seed.ts';
import { createApp, listen } from './server.ts';
import type { State } from './state.ts';

export { accountEnvironment } from './dev/environment.ts';
export type { Target } from './dev/target.ts';
export { type DemoPerson, demoPassword, demoPeople, demoTotpSecret } from './seed-data/people.ts';
export { accountApiIndicator, devSecrets } from './seed-data/tenant.ts';
export type { State } from './state.ts';
export { signInByCodeFlow, type Tokens } from './testing/code-flow.ts';

export type LogtoDevOptions = {
  /** 0 takes any free port. */
  port: number;
  /** `empty`: a tenant as after the installation. A function changes the demo tenant. Default: the demo tenant. */
  seed?: 'empty' | ((state: State) => void);
  /** Origins, besides `http://localhost:5173` and `:3000`, at which the settings app may be served. */
  appOrigins?: string[];
  /** Do not print unexpected errors. */
  quiet?: boolean;
};

/**
 * Starts a local Logto on the loopback interface.
 * @throws Error with a sentence for the developer when the port is taken or NODE_ENV is `production`
 */
export async function startLogtoDev({
  port: wantedPort,
  seed,
  appOrigins = [],
  quiet = false,
}: LogtoDevOptions) {
  refuseProduction();
  const { server, port } = await listen(wantedPort);
  const endpoint = `http://localhost:${port}`;
  const base = seed === 'empty' ? createEmptySeed() : await createDemoSeed({ endpoint, appOrigins });
  if (typeof seed === 'function') seed(base);
  const state = structuredClone(base);
  const app = await createApp({ state, endpoint, reset: () => Object.assign(state, structuredClone(base)) });
  app.silent = quiet;
  server.on('request', app.callback());
  return {
    endpoint,
    port,
    state,
    target: describeTarget(state, endpoint),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Its secrets are public and it lets faults be injected: nothing to put before real people. */
function refuseProduction() {
  // biome-ignore lint/style/noProcessEnv: a guard that holds however the server is started
  if (process.env.NODE_ENV === 'production')
    throw new Error('The local Logto does not start with NODE_ENV=production: its secrets are public.');
}
