import createOpenApiClient, { defaultPathSerializer, type Middleware } from 'openapi-fetch';
import { type Answer, LogtoError } from './errors.ts';
import type { Api, Paths } from './paths.ts';
import type { TokenSource } from './token.ts';
import type { Call, Transport } from './transport.ts';

/** What a call is about, for those who stand around it. */
export type CallFacts = {
  method: string;
  /** Path template, e.g. `/api/users/{userId}`. */
  path: string;
  /** With ids and query: personal data. */
  url: string;
  /** Whose account it is about, as its path or its query says. */
  userId: string | undefined;
};

/** Stands around every call: `send` does it, repeats included, and may be left out when the answer is known already. */
export type Around = (call: CallFacts, send: () => Promise<Answer>) => Promise<Answer>;

export type Route = { endpoint: string; tokens: TokenSource; transport: Transport };

const straight: Around = (_call, send) => send();

export const createApi = ({ endpoint, tokens, transport }: Route, around: Around = straight): Api => {
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
    onRequest: async ({ request, schemaPath, params }) => {
      const call = await toCall(request, schemaPath);
      const { method, path, url } = call;
      const send = () => transport.within(call, (signal) => sendAuthorized(call, signal));
      return toResponse(await around({ method, path, url, userId: userIdOf(params) }, send));
    },
  };

  const api = createOpenApiClient<Paths>({ baseUrl: endpoint, pathSerializer });
  api.use(throughTransport);
  return api;
};

type Params = { path?: Record<string, unknown>; query?: Record<string, unknown> };

const userIdOf = ({ path, query }: Params): string | undefined => {
  const userId = path?.userId ?? query?.userId;
  return typeof userId === 'string' ? userId : undefined;
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
