import type { Config } from '@account/config';
import helmet from '@fastify/helmet';
import plugin from 'fastify-plugin';

/** Nothing but our own files runs in the page, and it talks to nobody but us and Logto. */
export const securityHeaders = plugin(async (server, { logto, account }: Config) => {
  const isHttps = account.publicUrl.startsWith('https:');
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // People bring pictures from anywhere, Logto its logos; data: is for the previews that the app draws itself.
        imgSrc: ["'self'", 'https:', 'data:', new URL(logto.endpoint).origin],
        connectSrc: ["'self'", new URL(logto.endpoint).origin],
        manifestSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: isHttps && { maxAge: 63_072_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  // What may be kept says so itself: an answer about a person must not lie in a browser or a proxy.
  server.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
});
