import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from '@account/config';
import closeWithGrace from 'close-with-grace';
import { buildServer } from './server.ts';

/** After that what is still under way is given up. */
const longestCallMs = 25_000;

const webRoot = fileURLToPath(new URL('./web', import.meta.url));

try {
  if (existsSync('.env')) loadEnvFile('.env');
  // biome-ignore lint/style/noProcessEnv: the process is where the environment comes from
  const config = readConfig(process.env);
  const server = await buildServer(config, { webRoot: existsSync(webRoot) ? webRoot : undefined });
  const delay = config.server.drainSeconds * 1000 + longestCallMs;
  closeWithGrace({ delay, logger: server.log }, async ({ err }) => {
    if (err) server.log.fatal({ err }, 'stopping because of an error that nobody caught');
    await server.drain();
    await server.close();
  });
  await server.listen(config.server);
} catch (error) {
  process.exitCode = 1;
  process.stderr.write(`${explain(error)}\n`);
}

function explain(error: unknown) {
  if (error instanceof ConfigError) return `The configuration is not complete:\n${error.message}`;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return `${error.message}. Set PORT.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
