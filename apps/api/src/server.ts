import { randomUUID } from 'node:crypto';
import type { Config } from '@account/config';
import { createServices, createSweep } from '@account/procedures';
import cors from '@fastify/cors';
import { type FastifyInstance, fastify } from 'fastify';
import { createBrandReader } from './brand/brand.ts';
import { createMetrics } from './metrics.ts';
import { brandFiles } from './plugins/brand.ts';
import { clientConfig } from './plugins/client-config.ts';
import { drain } from './plugins/drain.ts';
import { health } from './plugins/health.ts';
import { logging } from './plugins/logging.ts';
import { maintenance } from './plugins/maintenance.ts';
import { metricsServer } from './plugins/metrics.ts';
import { problems } from './plugins/problems.ts';
import { openApi, rest } from './plugins/rest.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { signals } from './plugins/signals.ts';
import { trpc } from './plugins/trpc.ts';
import { webApp } from './plugins/web-app.ts';

/** More than any of our inputs needs. */
const bodyLimitBytes = 64 * 1024;

/** How late a deletion may be. */
const sweepIntervalMs = 60_000;

/** A batch names its procedures in the path. */
const maxPathLength = 2_000;

/**
 * The server, ready to listen: every cross-cutting concern is one line, in the order in which a request meets it.
 * @param webRoot the folder of the built app; without it only the API is served
 */
export async function buildServer(
  config: Config,
  { webRoot }: { webRoot?: string | undefined } = {},
): Promise<FastifyInstance> {
  const { logto, account, store } = config;
  const metrics = createMetrics();
  const { services, readiness, close } = await createServices({
    ...metrics.observers,
    logto: { ...logto, onCall: metrics.onLogtoCall },
    resource: account.resource,
    clientId: [account.spaAppId, account.supportAppId ?? []].flat(),
    store,
    rules: account.rules,
  });
  const server = fastify({
    logger: logging(config.server.logLevel),
    genReqId: () => randomUUID(),
    trustProxy: [...config.server.trustedProxies],
    bodyLimit: bodyLimitBytes,
    // Whoever comes while the server stops is served; the process ends when nobody waits any more.
    return503OnClosing: false,
    routerOptions: { maxParamLength: maxPathLength },
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  const sweep = createSweep(services, server.log);
  if (!config.server.isInMaintenance) sweep.start(sweepIntervalMs);
  server.addHook('onClose', async () => {
    await sweep.stop();
    await close();
  });

  await server.register(drain, { seconds: config.server.drainSeconds });
  await server.register(metricsServer, { metrics, listen: config.server.metrics });
  await server.register(problems);
  await server.register(securityHeaders, config);
  await server.register(cors, {
    origin: [...account.corsOrigins],
    allowedHeaders: ['authorization', 'cache-control', 'content-type', 'x-step-up'],
  });
  await server.register(health, { readiness });
  const { signInExperience } = services.tenant;
  const brand = createBrandReader({ signInExperience, logtoEndpoint: config.logto.endpoint });
  await server.register(brandFiles, { brand });
  await server.register(async (accounts) => {
    if (config.server.isInMaintenance) await accounts.register(maintenance);
    await accounts.register(clientConfig, { config, brand });
    await accounts.register(trpc, { services, prefix: '/trpc' });
    await accounts.register(rest, { services, prefix: '/rest' });
  });
  await server.register(openApi, config);
  await server.register(signals, { services, hookSigningKey: logto.hookSigningKey });
  if (webRoot) {
    await server.register(webApp, { root: webRoot, title: account.productName, issuer: logto.issuer });
  }
  return server;
}
