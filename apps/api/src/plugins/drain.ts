import { setTimeout } from 'node:timers/promises';
import plugin from 'fastify-plugin';

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the server has been told to stop. */
    isDraining: boolean;
    /** Lets those in front notice that nothing new is to come here, while everything that comes is answered. */
    drain: () => Promise<void>;
  }
}

/** The first half of stopping; `close` is the second: it ends idle connections and waits for what is under way. */
export const drain = plugin(async (server, { seconds }: { seconds: number }) => {
  server.decorate('isDraining', false);
  server.decorate('drain', async () => {
    server.isDraining = true;
    await setTimeout(seconds * 1000);
  });
  // Whoever keeps a connection open finds another server with the next one.
  server.addHook('onSend', async (_request, reply) => {
    if (server.isDraining) reply.header('connection', 'close');
  });
});
