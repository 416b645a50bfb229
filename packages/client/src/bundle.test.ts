import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it } from 'vitest';

/** What a browser downloads, compressed; the contracts of zod and the links of tRPC are most of it. */
const budgetKb = 16;

const registry = /\/node_modules\/(\.pnpm\/)?(zod|@trpc\W(client|server))@/;

it('a browser gets the client, the contracts it reads and nothing of the server', async () => {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('./index.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : [];
  const chunks = outputs.filter((output) => output.type === 'chunk');
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => !id.includes('/client/src/'));
  const ofServer = modules.filter((id) => !registry.test(id)).map((id) => id.split('/packages/').at(-1));
  expect(ofServer.sort()).toEqual([
    'procedures/src/policy/step-up-schemas.ts',
    'procedures/src/trpc/problem-schemas.ts',
  ]);
  expect(chunks.flatMap(({ imports }) => imports)).toEqual([]);
  const [bytes = 0] = chunks.map(({ code }) => gzipSync(code).length);
  expect(bytes / 1000).toBeLessThan(budgetKb);
  expect(bytes / 1000).toBeGreaterThan(budgetKb / 2);
});
