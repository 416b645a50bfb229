import { env } from 'node:process';
import { appRouter, createContext, createSweep, factsOf } from '@account/procedures';
import { t } from '@account/procedures/domain';
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import { fastify } from 'fastify';
import { newsletter } from './newsletter.ts';
import { close, services } from './services.ts';

/** Our domains and one of your own, in a server that you have. */
const router = t.mergeRouters(appRouter, t.router({ newsletter }));
export type Router = typeof router;

const server = fastify({ routerOptions: { maxParamLength: 2000 } });
const trpcOptions: FastifyTRPCPluginOptions<Router>['trpcOptions'] = {
  router,
  createContext: ({ req }) =>
    createContext(services, factsOf(req.headers, { requestId: req.id, ip: req.ip, log: req.log })),
};
await server.register(fastifyTRPCPlugin, { prefix: '/account', trpcOptions });

// Clears what is over and carries out deletions that are due; one of the servers on a database is enough.
const sweep = createSweep(services, server.log);
sweep.start(60_000);
server.addHook('onClose', async () => {
  await sweep.stop();
  await close();
});

process.stdout.write(`${await server.listen({ port: Number(env.PORT ?? 3000) })}/account\n`);
