import createOpenApiClient, { defaultPathSerializer, type Middleware } from 'openapi-fetch';
import { type Answer, LogtoError } from './errors.ts';
import type { Api, Paths } from './paths.ts';
import type { TokenSource } from './token.ts';
import type { Call, Transport } from './transport.ts';

export const createApi = (endpoint: string, tokens: TokenSource, transport: Transport): Api => {
  const sendAuthorized = async (call: Call, signal: AbortSignal): Promise<Answer> => {
    const token = await tokens.get();
    try {
      return await transport.send(withToken(call, token), signal);
    } catch (error) {
      if (!isTokenRejected(error)) throw error;
    }
    tokens.drop(token);
    return transport.send(withToken(call, await tokens.get()), signal);
  };

  // The whole way to Logto is a middleware, because only a middleware is told the path template.
  const throughTransport: Middleware = {
    onRequest: async ({ request, schemaPath }) => {
      const call = await toCall(request, schemaPath);
      return toResponse(await transport.within(call, (signal) => sendAuthorized(call, signal)));
    },
  };

  const api = createOpenApiClient<Paths>({ baseUrl: endpoint, pathSerializer });
  api.use(throughTransport);
  return api;
};

const pathSerializer = (template: string, parameters: Record<string, unknown>): string => {
  for (const [name, value] of Object.entries(parameters)) {
    // Encoding leaves "." and ".." as they are, and a URL resolves them to another endpoint.
    if (typeof value !== 'string' || ['', '.', '..'].includes(value) || value.includes('\0')) {
      throw new TypeError(`${name} must be a string that can stand in a path, not empty, "." or ".."`);
    }
  }
  return defaultPathSerializer(template, parameters);
};

const repeatableMethods = new Set(['GET', 'PUT', 'DELETE']);

const toCall = async (request: Request, path: string): Promise<Call> => {
  const { method, url } = request;
  const body = await request.text();
  return {
    method,
    path,
    url,
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body }),
    repeatable: repeatableMethods.has(method),
  };
};

const withToken = (call: Call, token: string): Call => ({
  ...call,
  headers: { ...call.headers, authorization: `Bearer ${token}` },
});

// A social provider's refusal is a 401 too, with a code of `connector.*`: our token had no part in it.
const isTokenRejected = (error: unknown): boolean =>
  error instanceof LogtoError && error.status === 401 && error.code.startsWith('auth.');

const keptHeaders = ['logto-core-request-id', 'total-number', 'total-number-is-capped'];

const toResponse = ({ status, headers, body }: Answer): Response => {
  const kept = keptHeaders.flatMap((name): [string, string][] => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(body || null, { status, headers: kept });
};
