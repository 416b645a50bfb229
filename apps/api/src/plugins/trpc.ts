import {
  AccountError,
  appRouter,
  createContext,
  factsOf,
  fromTRPC,
  type Services,
} from '@account/procedures';
import { resolveResponse } from '@trpc/server/http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
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
    handler: async (request, reply) => {
      const answer = await resolveResponse({
        router: appRouter,
        path: request.params.path,
        req: asWebRequest(request),
        error: null,
        createContext: async () => {
          const { headers, id, ip, log } = request;
          return createContext(services, factsOf(headers, { requestId: id, ip, log }));
        },
        onError: ({ error, path }) => logRefusal(request, fromTRPC(error), path),
      });
      const { status, headers } = answer;
      return reply
        .status(status)
        .headers(Object.fromEntries(headers))
        .send(await answer.text());
    },
  });
}

/**
 * As tRPC wants it. Its own adapter for Fastify also watches for the caller to go away, which none of our procedures
 * asks for, and sends the answer as a stream: together a fifth of all that a call costs.
 */
function asWebRequest({ method, url, headers, body }: FastifyRequest) {
  const named = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers: named,
    ...(typeof body === 'string' && { body }),
  });
}
