import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, loadEnv, type Plugin, type Rolldown } from 'vite';
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
              // Waits for nothing else: see `early`.
              {
                name: 'begin',
                test: /src\/lib\/(account-center|languages|match-language|page-name|return-path|storage)\.ts$/,
                priority: 4,
              },
              // One file, where most pages would each ask for the same ten.
              { name: 'shared', test: /src\/(lib|ui)\//, minShareCount: 4, priority: 0 },
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

/**
 * Puts `src/early.ts` into the built page as a script of its own: named there, it would become a part of the app. Beside
 * it stand the files of each page that is loaded on demand, which that script asks for before the app does.
 */
function early(): Plugin {
  return {
    name: 'early',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const pagesOf = new Map<string, string[]>();
        for (const { name, fileName } of chunks.filter((chunk) => chunk.name.endsWith('-page'))) {
          for (const file of withImports(bundle, fileName)) {
            if (!html.includes(file)) pagesOf.set(file, [...(pagesOf.get(file) ?? []), name]);
          }
        }
        return [
          ...chunks
            .filter(({ name }) => name === 'early')
            .map(({ fileName }) => tag('script', { type: 'module', async: true, src: `/${fileName}` })),
          ...[...pagesOf].map(([file, pages]) =>
            tag('link', {
              rel: 'modulepreload',
              media: 'not all',
              fetchpriority: 'low',
              'data-pages': pages.join(' '),
              href: `/${file}`,
            }),
          ),
        ];
      },
    },
  };
}

function tag(name: string, attrs: Record<string, string | boolean>): HtmlTagDescriptor {
  return { tag: name, attrs, injectTo: 'head' };
}

function withImports(bundle: Rolldown.OutputBundle, fileName: string, seen = new Set<string>()) {
  const chunk = bundle[fileName];
  if (chunk?.type !== 'chunk' || seen.has(fileName)) return seen;
  seen.add(fileName);
  for (const imported of chunk.imports) withImports(bundle, imported, seen);
  return seen;
}
