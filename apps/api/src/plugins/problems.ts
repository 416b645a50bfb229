import { AccountError, problemAnswer } from '@account/procedures';
import type { ProblemCode } from '@account/procedures/schemas';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
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
  server.setErrorHandler((error: FastifyError | AccountError, request, reply) => {
    const code = error instanceof AccountError ? error.code : (codes[error.statusCode ?? 500] ?? 'UNKNOWN');
    if (code === 'UNKNOWN') request.log.error({ err: error }, 'request failed');
    return send(code, request, reply);
  });
  server.setNotFoundHandler((request, reply) => send('PROCEDURE_UNKNOWN', request, reply));
});

function send(code: ProblemCode, request: FastifyRequest, reply: FastifyReply) {
  const answer = problemAnswer(code, request.id);
  return reply.status(answer.error.data.httpStatus).send(answer);
}
