import type { OpenServices } from '@account/procedures';
import type { FastifyInstance } from 'fastify';

/** `live`: the process answers. `ready`: it can do its work and goes on doing it, with Logto's keys and a Management API token at hand. */
export async function health(server: FastifyInstance, { readiness }: Pick<OpenServices, 'readiness'>) {
  server.get('/health/live', { logLevel: 'warn' }, () => ({ status: 'ok' }));

  server.get('/health/ready', { logLevel: 'warn' }, async (_request, reply) => {
    const checks = await readiness();
    const isReady = !server.isDraining && Object.values(checks).every(Boolean);
    return reply.status(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable', checks });
  });
}
