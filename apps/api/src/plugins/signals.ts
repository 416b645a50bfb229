import { networkOf, receiveHook, receiveLogout, type Services } from '@account/procedures';
import type { FastifyInstance } from 'fastify';

const bodyLimit = 16 * 1024;

/** Hooks carry the whole person, with their custom data. */
const hookBodyLimit = 256 * 1024;

type Options = {
  services: Services;
  /** Without the key there is no way to tell who sent a hook: none is taken. */
  hookSigningKey: string | undefined;
};

/** What Logto sends by itself; each request proves by a signature that it does. */
export async function signals(server: FastifyInstance, { services, hookSigningKey }: Options) {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    ['application/json', 'application/x-www-form-urlencoded'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  server.addHook('onRequest', async ({ ip }, reply) => {
    reply.header('cache-control', 'no-store');
    await services.limits.count('signal', networkOf(ip));
  });

  server.post('/backchannel-logout', { bodyLimit }, async ({ body }) => {
    await receiveLogout(services, new URLSearchParams(String(body)).get('logout_token') ?? '');
    return {};
  });

  if (hookSigningKey === undefined) return;
  server.post('/webhooks/logto', { bodyLimit: hookBodyLimit }, async ({ body, headers }) => {
    const signature = headers['logto-signature-sha-256']?.toString();
    await receiveHook(services, { body: String(body), signature }, hookSigningKey);
    return {};
  });
}
