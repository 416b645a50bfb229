import { describeTarget } from './dev/target.ts';
import { createDemoSeed, createEmptySeed } from './seed.ts';
import { bootstrapApplication, devSecrets } from './seed-data/tenant.ts';
import { applySeedFile } from './seed-file.ts';
import { createApp, listen } from './server.ts';

export { accountEnvironment } from './dev/environment.ts';
export type { Target } from './dev/target.ts';
export { type DemoPerson, demoPassword, demoPeople, demoTotpSecret } from './seed-data/people.ts';
export { accountApiIndicator, devSecrets } from './seed-data/tenant.ts';
export type { State } from './state.ts';
export { signInAt, signInByCodeFlow, type Tokens } from './testing/code-flow.ts';

export type LogtoDevOptions = {
  /** 0 takes any free port. */
  port: number;
  /** JSON to be merged over the tenant; README.md describes it. */
  seed?: string;
  /** Start with a tenant as right after the installation instead of the demo tenant. */
  isEmpty?: boolean;
  /** Where others reach it, without a trailing slash, when something stands before it; by default its port on `localhost`. */
  endpoint?: string;
  /** Origins, besides `http://localhost:5173` and `:3000`, at which the settings app may be served. */
  appOrigins?: string[];
  /** Do not print unexpected errors. */
  quiet?: boolean;
};

export type LogtoDev = Awaited<ReturnType<typeof startLogtoDev>>;

/**
 * Starts a local Logto on the loopback interface.
 * @throws Error with a sentence for the developer: the port is taken, the seed does not fit, NODE_ENV is `production`
 */
export async function startLogtoDev({ port: wantedPort, ...options }: LogtoDevOptions) {
  refuseProduction();
  const { server, port } = await listen(wantedPort);
  const endpoint = options.endpoint ?? `http://localhost:${port}`;
  const building = build(endpoint, options);
  // The port is open before the tenant is made, because the tenant knows its address: early requests wait.
  server.on('request', (request, response) =>
    building.then(({ handle }) => handle(request, response)).catch(() => response.destroy()),
  );
  const { state } = await building.catch((error) => {
    server.close();
    throw error;
  });
  return {
    endpoint,
    port,
    /** Everything the server knows; tests may look at it and change it. */
    state,
    /** The machine with which an empty tenant is set up. */
    bootstrap: { appId: bootstrapApplication.id, appSecret: devSecrets.bootstrap },
    /** What a conformance suite needs, as `GET /dev/target.json` answers it. */
    target: describeTarget(state, endpoint),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type TenantOptions = Omit<LogtoDevOptions, 'port' | 'endpoint'>;

async function build(endpoint: string, { seed, isEmpty, appOrigins = [], quiet = false }: TenantOptions) {
  const base = isEmpty ? createEmptySeed() : await createDemoSeed(endpoint, appOrigins);
  if (seed !== undefined) await applySeedFile(base, seed);
  const state = structuredClone(base);
  const app = await createApp({ state, endpoint, reset: () => Object.assign(state, structuredClone(base)) });
  app.silent = quiet;
  return { state, handle: app.callback() };
}

/** Its secrets are public and it lets faults be injected: nothing to put before real people. */
function refuseProduction() {
  // biome-ignore lint/style/noProcessEnv: a guard that holds however the server is started
  if (process.env.NODE_ENV === 'production')
    throw new Error('The local Logto does not start with NODE_ENV=production: its secrets are public.');
}
