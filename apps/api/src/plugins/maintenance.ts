import { AccountError } from '@account/procedures';
import type { FastifyInstance } from 'fastify';
import plugin from 'fastify-plugin';

/** What callers are asked to wait; the app tries again by itself, about as often. */
const retryAfterSeconds = 60;

/** Every route beside it answers that the site is being worked on; the app goes on by itself when one without it does. */
export const maintenance = plugin(async (server: FastifyInstance) => {
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('retry-after', retryAfterSeconds);
    throw new AccountError('MAINTENANCE');
  });
});
