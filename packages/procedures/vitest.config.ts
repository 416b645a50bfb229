import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: './test/postgres.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
    // No test changes what is imported, and to import it anew for each file took a third of all the work.
    isolate: false,
  },
});
