import { readConfig } from '@account/config';
import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import { buildServer } from '../src/server.ts';

export type Kit = Awaited<ReturnType<typeof startKit>>;

/** The whole server on a real socket, before a local Logto. */
export async function startKit(variables: Record<string, string> = {}, options: { webRoot?: string } = {}) {
  const logto = await startLogtoDev({ port: 0, quiet: true });
  const server = await buildServer(await configFor(logto.endpoint, variables), options);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    logto,
    server,
    url,
    stop: async () => {
      await server.close();
      await logto.close();
    },
  };
}

export async function configFor(endpoint: string, variables: Record<string, string> = {}) {
  const databaseUrl = await newDatabase();
  return readConfig({
    ...accountEnvironment(endpoint),
    ACCOUNT_PUBLIC_URL: 'http://localhost:5173',
    LOG_LEVEL: 'silent',
    DATABASE_URL: databaseUrl,
    ...variables,
  });
}
