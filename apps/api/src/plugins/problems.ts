import { AccountError, fromTRPC, problemAnswer, toAccountError } from '@account/procedures';
import type { ProblemCode } from '@account/procedures/schemas';
import { TRPCError } from '@trpc/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import plugin from 'fastify-plugin';

/** The statuses of Fastify's own refusals; whatever else goes wrong outside of tRPC is unknown. */
const codes: Readonly<Record<number, ProblemCode>> = {
  400: 'REQUEST_MALFORMED',
  404: 'PROCEDURE_UNKNOWN',
  405: 'METHOD_NOT_ALLOWED',
  413: 'REQUEST_TOO_LARGE',
  414: 'REQUEST_TOO_LARGE',
  415: 'REQUEST_MALFORMED',
};

/** Whatever went wrong on the way of a request, as one of ours. */
export function accountErrorOf(error: unknown): AccountError {
  const code = codes[statusOf(error)];
  if (code) return new AccountError(code, { cause: error });
  return error instanceof TRPCError ? fromTRPC(error) : toAccountError(error);
}

const notTheirs: ReadonlySet<ProblemCode> = new Set(['UNKNOWN', 'LOGTO_UNAVAILABLE', 'STORE_UNAVAILABLE']);

/** Refusals are part of the day; what Logto or we are to blame for is not. */
export function logRefusal({ log }: FastifyRequest, { code, cause }: AccountError, procedure?: string) {
  log[notTheirs.has(code) ? 'error' : 'info']({ procedure, problem: code, err: cause }, 'call refused');
}

/** Failures outside of the procedures answer in the shape of those inside. */
export const problems = plugin(async (server) => {
  server.setErrorHandler((failure, request, reply) => {
    const error = accountErrorOf(failure);
    logRefusal(request, error);
    return send(error.code, request, reply);
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
