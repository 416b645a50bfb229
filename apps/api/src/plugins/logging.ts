import type { FastifyRequest, FastifyServerOptions } from 'fastify';

/** The causes of an error as they are safe to keep: what and where, never the data that came with it. */
type LoggedError = {
  [key: string]: unknown;
  type: string;
  message: string;
  stack: string;
  cause?: LoggedError;
};

/**
 * Logger options. A query of tRPC carries its input in the address, and a failure may carry an answer of Logto: both
 * can hold personal data, so neither is written.
 */
export function logging(level: string): FastifyServerOptions['logger'] & object {
  return {
    level,
    serializers: { req: loggedRequest, err: loggedError },
    redact: ['headers.authorization', 'req.headers.authorization', '*.appSecret', '*.password', '*.token'],
  };
}

function loggedRequest({ method, url, ip }: FastifyRequest) {
  return { method, path: url.split('?')[0] ?? '', ip };
}

/** A failed statement of Drizzle names its values in its message. */
function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error), stack: '' };
  const { name, message, stack = '', cause } = error;
  const safe = 'query' in error && 'params' in error ? `Failed query: ${error.query}` : message;
  return {
    type: name,
    message: safe,
    stack: stack.replace(message, () => safe),
    ...('code' in error ? { code: error.code } : {}),
    ...('status' in error ? { status: error.status } : {}),
    ...(cause ? { cause: loggedError(cause) } : {}),
  };
}
