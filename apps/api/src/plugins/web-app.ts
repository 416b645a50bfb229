import { extname } from 'node:path';
import fastifyStatic from '@fastify/static';
import plugin from 'fastify-plugin';

/** The built app. Its files carry a hash in their names, so only the entry page is ever asked for again. */
export const webApp = plugin(async (server, { root }: { root: string }) => {
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // Every setting has an address of its own, and the app knows them. What looks like a file and is none is missing.
  server.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    const wantsPage = request.headers.accept?.includes('text/html') && extname(path) === '';
    return wantsPage ? reply.sendFile('index.html') : reply.callNotFound();
  });
});
