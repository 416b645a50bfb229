import type { Config } from '@account/config';
import { AccountError, createContext, factsOf, type Services } from '@account/procedures';
import {
  callEndpoint,
  openApiDocument,
  problemType,
  restEndpoints,
  restProblem,
} from '@account/procedures/rest';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accountErrorOf, logRefusal } from './problems.ts';

/** The procedures for those who do not speak tRPC: the same chain and the same rules, a path each. */
export async function rest(server: FastifyInstance, { services }: { services: Services }) {
  // JSON and nothing else.
  server.removeContentTypeParser('text/plain');
  server.setErrorHandler((error, request, reply) => refuse(accountErrorOf(error), request, reply));

  server.setNotFoundHandler((request, reply) =>
    refuse(new AccountError('PROCEDURE_UNKNOWN'), request, reply),
  );

  for (const endpoint of restEndpoints) {
    server.route({
      method: endpoint.method,
      url: endpoint.path,
      handler: async (request, reply) => {
        const { id, ip, log, headers, query, body } = request;
        const context = createContext(services, factsOf(headers, { requestId: id, ip, log }));
        const answer = await callEndpoint(endpoint, context, endpoint.method === 'GET' ? query : body);
        return reply
          .header('cache-control', 'no-store')
          .type('application/json')
          .send(JSON.stringify(answer ?? null));
      },
    });
  }
}

/** What the endpoints are, for tools that make clients of it. */
export async function openApi(server: FastifyInstance, { account, logto }: Config) {
  const document = openApiDocument({ url: `${account.publicUrl}/rest`, issuer: logto.issuer });
  server.get('/openapi.json', () => document);
}

function refuse(error: AccountError, request: FastifyRequest, reply: FastifyReply) {
  logRefusal(request, error);
  const { status, headers, body } = restProblem(error, request.id);
  return reply.status(status).headers(headers).type(problemType).send(JSON.stringify(body));
}
