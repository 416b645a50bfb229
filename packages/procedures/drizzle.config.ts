import { defineConfig } from 'drizzle-kit';

/** `pnpm --filter @account/procedures exec drizzle-kit generate` after a change of the tables. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './src/store/schema.ts',
  out: './src/store/migrations',
});
