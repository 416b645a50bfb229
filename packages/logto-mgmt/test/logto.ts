import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';
import { createTunedClient, type LogtoClientOptions } from '../src/client.ts';
import { defaultTuning, type Tuning } from '../src/policies.ts';
import type { CallEvent } from '../src/transport.ts';

export type Received = { method: string; path: string; authorization: string; body: string };

export type Responder = (response: ServerResponse, received: Received) => void;

/** Sends JSON, or nothing for undefined. */
export const json =
  (status: number, body?: unknown, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

export const text =
  (status: number, body: string, headers: Record<string, string> = {}): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers });
    response.end(body);
  };

export const cut: Responder = (response) => {
  response.socket?.destroy();
};

export const silence: Responder = () => {};

/** Answers in turn; the last answer stays. */
export const inTurn = (...responders: [Responder, ...Responder[]]): Responder => {
  let turn = 0;
  return (response, received) => {
    const responder = responders[Math.min(turn, responders.length - 1)] ?? responders[0];
    turn += 1;
    responder(response, received);
  };
};

const read = async (request: IncomingMessage): Promise<Received> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization ?? '',
    body: Buffer.concat(chunks).toString(),
  };
};

/** Issues `token-1`, `token-2`, … that live an hour. */
export const numberedTokens = (): Responder => {
  let issued = 0;
  return (response, received) => {
    issued += 1;
    const token = { access_token: `token-${issued}`, expires_in: 3600, token_type: 'Bearer', scope: 'all' };
    json(200, token)(response, received);
  };
};

/** A server on a real socket that answers API calls and token requests as told, and remembers them. */
export const startLogto = async (api: Responder, token: Responder = numberedTokens()) => {
  const calls: Received[] = [];
  const tokenRequests: Received[] = [];
  const server = createServer(async (request, response) => {
    const received = await read(request);
    const isToken = received.path.endsWith('/oidc/token');
    (isToken ? tokenRequests : calls).push(received);
    (isToken ? token : api)(response, received);
  });
  const listen = async (port = 0) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const stop = async () => {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  await listen();
  onTestFinished(stop);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  const { port } = address;
  return { endpoint: `http://127.0.0.1:${port}`, calls, tokenRequests, stop, restart: () => listen(port) };
};

/** Production's policies with waits too short to notice. */
export const quick: Tuning = {
  ...defaultTuning,
  backoffMs: { first: 1, longest: 5 },
  breaker: { faults: 1_000, openMs: 1_000 },
};

export const appSecret = 'app:secret/with %reserved+characters';

/** A client for the server, and what it reported. */
export const connect = (
  logto: { endpoint: string },
  { tuning, ...options }: Partial<LogtoClientOptions> & { tuning?: Partial<Tuning> } = {},
) => {
  const events: CallEvent[] = [];
  const client = createTunedClient(
    {
      endpoint: logto.endpoint,
      appId: 'app id',
      appSecret,
      onCall: (event) => events.push(event),
      ...options,
    },
    { ...quick, ...tuning },
  );
  onTestFinished(() => client.close());
  return { client, events };
};
