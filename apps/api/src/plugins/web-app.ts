import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import plugin from 'fastify-plugin';

type WebApp = {
  root: string;
  /** Of the page until the app has started. */
  title: string | undefined;
  /** Logto's, by which its tokens name it. */
  issuer: string;
};

/** The built app. Its files carry a hash in their names, so only the entry page is ever asked for again. */
export const webApp = plugin(async (server, { root, title, issuer }: WebApp) => {
  const page = titled(await readFile(join(root, 'index.html'), 'utf8'), title);
  await server.register(fastifyStatic, {
    root,
    wildcard: false,
    globIgnore: ['index.html*'],
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/') || path.includes('\\assets\\');
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const toLogto = `<${new URL(issuer).origin}>; rel=preconnect; crossorigin`;
  const keys = `<${issuer}/jwks>; rel=preload; as=fetch; crossorigin`;
  // Every setting has an address of its own, and the app knows them. What looks like a file and is none is missing.
  server.get('/*', (request, reply) => {
    const [path = '', query = ''] = request.url.split('?');
    const wantsPage = path === '/' || (request.headers.accept?.includes('text/html') && extname(path) === '');
    if (!wantsPage) return reply.callNotFound();
    // Who comes back from the sign-in brings a token to verify: its keys are on their way while the app starts.
    const isBack = path === '/callback' && new URLSearchParams(query).has('code');
    return reply
      .type('text/html')
      .header('cache-control', 'no-cache')
      .header('link', isBack ? [toLogto, keys] : toLogto)
      .send(page);
  });
});

function titled(page: string, title: string | undefined) {
  return title ? page.replace(/(?<=<title>)[^<]*/, () => escapeHtml(title)) : page;
}

function escapeHtml(text: string) {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
