import type { Config } from '@account/config';
import { ownScopes } from '@account/procedures/schemas';
import type { FastifyInstance } from 'fastify';
import type { Brand } from '../brand/brand.ts';

type Parts = { config: Config; brand: () => Promise<Brand> };

/** What the app and `account support` have to know before anybody is signed in; nothing in it is secret. */
export async function clientConfig(server: FastifyInstance, { config: { logto, account }, brand }: Parts) {
  const fixed = {
    endpoint: logto.endpoint,
    appId: account.spaAppId,
    supportAppId: account.supportAppId ?? null,
    resource: account.resource,
    scopes: ownScopes,
    productName: account.productName ?? null,
    redirectOrigins: account.redirectOrigins,
  };
  server.get('/config.json', async (_request, reply) => {
    const { logoUrl, darkLogoUrl, termsUrl, privacyUrl, supportUrl, supportEmail } = await brand();
    const answer = {
      ...fixed,
      brand: { logoUrl, darkLogoUrl, termsUrl, privacyUrl, supportUrl, supportEmail },
    };
    return reply.header('cache-control', 'no-cache').send(answer);
  });
}
