import { fastify } from 'fastify';
import plugin from 'fastify-plugin';
import type { Metrics } from '../metrics.ts';

type Options = { metrics: Metrics; listen: { host: string; port: number } | undefined };

/** `GET /metrics` for Prometheus, at an address of its own: what is public never answers it. */
export const metricsServer = plugin(async (server, { metrics: { registry }, listen }: Options) => {
  if (!listen) return;
  const own = fastify();
  own.get('/metrics', async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  server.addHook('onReady', async () => {
    await own.listen(listen);
  });
  server.addHook('onClose', () => own.close());
});
