import { defineConfig } from 'tsdown';

/** What is measured runs as a deployed server does, without a TypeScript loader in its memory. */
export default defineConfig({
  entry: [
    'src/meter.ts',
    'src/servers/fastify-json.ts',
    'src/servers/fastify-proxy.ts',
    'src/servers/express-proxy.ts',
    'src/servers/balancer.ts',
  ],
  platform: 'node',
  target: 'node20.19',
  noExternal: /.*/,
  inlineOnly: false,
  dts: false,
  logLevel: 'error',
});
