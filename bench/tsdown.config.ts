import { defineConfig } from 'tsdown';

const common = {
  platform: 'node',
  target: 'node20.19',
  dts: false,
  logLevel: 'error',
} as const;

/** What is measured runs as a deployed server does, without a TypeScript loader in its memory. */
export default defineConfig([
  {
    ...common,
    entry: [
      'src/meter.ts',
      'src/servers/fastify-json.ts',
      'src/servers/fastify-proxy.ts',
      'src/servers/express-proxy.ts',
      'src/servers/balancer.ts',
    ],
    deps: { alwaysBundle: /.*/, onlyBundle: false },
  },
  // An operator's SDK lies in packages beside the server.
  {
    ...common,
    entry: ['src/servers/tracing.ts'],
    outDir: 'dist/servers',
    clean: false,
    skipNodeModulesBundle: true,
  },
]);
