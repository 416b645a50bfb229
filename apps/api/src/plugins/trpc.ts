import {
  AccountError,
  appRouter,
  createContext,
  factsOf,
  fromTRPC,
  type Services,
} from '@account/procedures';
import { fastifyRequestHandler } from '@trpc/server/adapters/fastify';
import type { FastifyInstance } from 'fastify';
import { logRefusal } from './problems.ts';

/** More calls than any page makes at once. */
const maxBatchSize = 20;

/** The procedures, over HTTP. Bodies are JSON and nothing else: only those are bounded by the server's body limit. */
export async function trpc(server: FastifyInstance, { services }: { services: Services }) {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );

  server.route<{ Params: { path: string } }>({
    method: ['GET', 'POST'],
    url: '/:path',
    preHandler: async ({ params }) => {
      if (params.path.split(',').length > maxBatchSize) throw new AccountError('REQUEST_TOO_LARGE');
    },
    handler: async (req, res) => {
      await fastifyRequestHandler({
        req,
        res,
        path: req.params.path,
        router: appRouter,
        createContext: () =>
          createContext(services, factsOf(req.headers, { requestId: req.id, ip: req.ip, log: req.log })),
        onError: ({ error, path }) => logRefusal(req, fromTRPC(error), path),
      });
    },
  });
}
