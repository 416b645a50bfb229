import type { FastifyInstance } from 'fastify';
import type { Brand } from '../brand/brand.ts';
import type { Accents } from '../brand/colors.ts';

/**
 * The tenant's looks at addresses that the entry page names, so that they are there at its first paint: no script has
 * to run, and the content security policy needs no exception.
 */
export async function brandFiles(server: FastifyInstance, { brand }: { brand: () => Promise<Brand> }) {
  server.get('/brand/colors.css', async (_request, reply) => {
    const { accents } = await brand();
    return reply
      .type('text/css')
      .header('cache-control', 'no-cache')
      .send(accents ? styleSheet(accents) : '');
  });

  const icons = {
    '/brand/favicon': ({ favicon, darkFavicon }: Brand) => favicon ?? darkFavicon,
    '/brand/favicon-dark': ({ favicon, darkFavicon }: Brand) => darkFavicon ?? favicon,
  };
  for (const [path, choose] of Object.entries(icons)) {
    server.get(path, async (_request, reply) =>
      reply.header('cache-control', 'no-cache').redirect(choose(await brand()) ?? '/logo.svg'),
    );
  }
}

/** Dark by the person's choice, or by the system's where they left it to that: as the app's own style sheet decides. */
function styleSheet({ light, dark }: { light: Accents; dark: Accents }) {
  return [
    `:root{${declarations(light)}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme]){${declarations(dark)}}}`,
    `:root[data-theme="dark"]{${declarations(dark)}}`,
  ].join('\n');
}

function declarations({ accent, accentStrong, accentHover, onAccent, accentSoft }: Accents) {
  return [
    `--color-accent:${accent}`,
    `--color-accent-strong:${accentStrong}`,
    `--color-accent-hover:${accentHover}`,
    `--color-on-accent:${onAccent}`,
    `--color-accent-soft:${accentSoft}`,
  ].join(';');
}
