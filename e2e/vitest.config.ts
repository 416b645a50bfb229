import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['./browser.ts', './views-of-a-run.ts', '@account/procedures/testing/postgres'],
    exclude: [...configDefaults.exclude, 'faults/**'],
    // No test changes what is imported, and to import it anew for each file took a third of all the work.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A journey waits more than it works, so that two at a time take half as long, on a small machine too.
    maxWorkers: 2,
  },
});
