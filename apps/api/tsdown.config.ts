import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';

const procedures = fileURLToPath(new URL('../../packages/procedures', import.meta.url));
const embedded = dirname(createRequire(`${procedures}/package.json`).resolve('@electric-sql/pglite'));

const tracing = createRequire(`${procedures}/package.json`).resolve('@opentelemetry/api');

/** Everything of ours and of the registry in one folder, with the built app, and what is read from disk beside it. */
export default defineConfig({
  entry: 'src/main.ts',
  platform: 'node',
  target: 'node20.19',
  deps: { alwaysBundle: /.*/, onlyBundle: false },
  // One copy: the metrics library asks for the form that the bundler cannot put into one scope.
  alias: { '@opentelemetry/api': tracing.replace(/\.cjs$/, '.mjs') },
  dts: false,
  sourcemap: true,
  // PGlite's own; it runs in the server only.
  checks: { eval: false },
  copy: [
    { from: '../web/dist', to: 'dist', rename: 'web' },
    { from: `${procedures}/src/store/migrations`, to: 'dist' },
    ...['pglite.wasm', 'pglite.data', 'initdb.wasm'].map((file) => ({
      from: `${embedded}/${file}`,
      to: 'dist',
    })),
  ],
});
