import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // One browser at a time: the journeys are about behaviour, and a small machine is enough.
  test: {
    globalSetup: '@account/procedures/testing/postgres',
    exclude: [...configDefaults.exclude, 'faults/**'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
