import { defineConfig } from 'vitest/config';

export default defineConfig({
  // One server's troubles at a time, so that the times which are waited for are those of the product.
  test: {
    root: import.meta.dirname,
    globalSetup: '@account/procedures/testing/postgres',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
});
