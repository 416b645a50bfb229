import { fileURLToPath } from 'node:url';

/** Written by `drizzle-kit generate` from schema.ts; the same for both databases. */
export const migrations = {
  migrationsFolder: fileURLToPath(new URL('./migrations', import.meta.url)),
  migrationsSchema: 'account',
};
