import { Scope } from '@account/procedures/schemas';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';

/** What the app has to know before anybody is signed in; nothing in it is secret. */
export async function clientConfig(server: FastifyInstance, { logto, account }: Config) {
  const answer = {
    endpoint: logto.endpoint,
    appId: account.spaAppId,
    resource: account.resource,
    scopes: Scope.options,
  };
  server.get('/config.json', (_request, reply) => reply.header('cache-control', 'no-cache').send(answer));
}
