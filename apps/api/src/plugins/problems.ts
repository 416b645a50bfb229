import { problemAnswer, toAccountError } from '@account/procedures';
import type { ProblemCode } from '@account/procedures/schemas';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';

/** Fastify's own refusals; whatever else goes wrong outside of tRPC is unknown. */
const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'REQUEST_MALFORMED',
  404: 'PROCEDURE_UNKNOWN',
  405: 'METHOD_NOT_ALLOWED',
  413: 'REQUEST_TOO_LARGE',
  414: 'REQUEST_TOO_LARGE',
  415: 'REQUEST_MALFORMED',
};

/** Failures outside of the procedures answer in the shape of those inside. */
export const problems = plugin(async (server) => {
  server.setErrorHandler((error, request, reply) => {
    const code = codes[statusOf(error)] ?? toAccountError(error).code;
    if (code === 'UNKNOWN' || code === 'STORE_UNAVAILABLE')
      request.log.error({ err: error }, 'request failed');
    return send(code, request, reply);
  });
  server.setNotFoundHandler((request, reply) => send('PROCEDURE_UNKNOWN', request, reply));
});

function statusOf(error: unknown) {
  return error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
}

function send(code: ProblemCode, request: FastifyRequest, reply: FastifyReply) {
  const answer = problemAnswer(code, request.id);
  return reply.status(answer.error.data.httpStatus).send(answer);
}
