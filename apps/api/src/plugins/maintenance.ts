import { AccountError } from '@account/procedures';
import plugin from 'fastify-plugin';

/** What callers are asked to wait; the app tries again by itself, about as often. */
const retryAfterSeconds = 60;

/**
 * Nobody's account is read or changed. The app's own files are still served, so that it can say so, and go on by itself
 * when a server without the switch answers.
 */
export const maintenance = plugin(async (server, { isOn }: { isOn: boolean }) => {
  if (!isOn) return;
  server.addHook('onRequest', async ({ url }, reply) => {
    if (!url.startsWith('/trpc/') && !url.startsWith('/config.json')) return;
    reply.header('retry-after', retryAfterSeconds);
    throw new AccountError('MAINTENANCE');
  });
});
