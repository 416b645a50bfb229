import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: '@account/procedures/testing/postgres',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: '100%',
  },
});
