import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { compression } from 'vite-plugin-compression2';

export default defineConfig(({ mode }) => {
  const env = { APP_PORT: '5173', API_PORT: '3000', ...loadEnv(mode, import.meta.dirname, ['APP_', 'API_']) };
  const api = `http://localhost:${env.API_PORT}`;
  return {
    // The server sends what was compressed here, and compresses nothing while people wait.
    plugins: [
      react(),
      tailwindcss(),
      early(),
      compression({ algorithms: ['gzip', 'brotliCompress'], threshold: 1024 }),
    ],
    server: {
      port: Number(env.APP_PORT),
      strictPort: true,
      proxy: {
        '/trpc': api,
        '/rest': api,
        '/openapi.json': api,
        '/config.json': api,
        '/brand': api,
        '/health': api,
      },
    },
    build: {
      // The weight of every page is held to a budget: bench/budgets.json.
      manifest: true,
      // Every supported browser preloads modules by itself; the polyfill would be dead weight.
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: ['index.html', 'src/early.ts'],
        output: {
          codeSplitting: {
            groups: [
              { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
              { name: 'phone-numbers', test: /node_modules\/(\.pnpm\/)?libphonenumber-js[@/]/, priority: 3 },
              // Without what a page loads when it needs it.
              {
                name: 'vendor',
                test: /node_modules\/(?!(\.pnpm\/)?(uqr|libphonenumber-js)[@/])/,
                priority: 1,
              },
            ],
          },
        },
      },
    },
  };
});

/** Puts `src/early.ts` into the built page as a script of its own: named there, it would become a part of the app. */
function early(): Plugin {
  return {
    name: 'early',
    transformIndexHtml: {
      order: 'post',
      handler: (_page, { bundle = {} }) =>
        Object.values(bundle)
          .filter(({ name }) => name === 'early')
          .map(({ fileName }) => ({
            tag: 'script',
            injectTo: 'head',
            attrs: { type: 'module', async: true, src: `/${fileName}` },
          })),
    },
  };
}
