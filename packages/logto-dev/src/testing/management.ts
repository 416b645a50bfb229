import { type LogtoDevOptions, startLogtoDev } from '../index.ts';

export type Reply = { status: number; headers: Headers; text: string; json: unknown };

type Call = { body?: unknown; token?: string | null; headers?: Record<string, string> };

/** A local Logto on a free port, and a client of its Management API. */
export async function startManagement(options: Pick<LogtoDevOptions, 'isEmpty'> = {}) {
  const server = await startLogtoDev({ port: 0, quiet: true, ...options });
  const { endpoint, target, bootstrap } = server;
  const machine = { clientId: bootstrap.appId, clientSecret: bootstrap.appSecret };
  const token = await machineToken({ ...target.managementApi, ...(options.isEmpty && machine) });

  async function call(method: string, path: string, { body, headers, token: other = token }: Call = {}) {
    const answer = await fetch(`${endpoint}/api${path}`, {
      method,
      headers: {
        ...(other === null ? {} : { authorization: `Bearer ${other}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return readReply(answer);
  }

  /** Creates a person and answers the id. */
  async function createPerson(draft: Record<string, unknown> = {}): Promise<string> {
    const { json } = await call('POST', '/users', { body: draft });
    return field(json, 'id');
  }

  return { ...server, call, createPerson };
}

async function readReply(answer: Response): Promise<Reply> {
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') ?? false;
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: isJson ? JSON.parse(text) : undefined,
  };
}

type Client = {
  tokenEndpoint: string;
  resource: string;
  clientId: string;
  clientSecret?: string | null | undefined;
};

/** A token of a machine client for the Management API, or for another resource or scope. */
export async function machineToken(client: Client, scope = 'all'): Promise<string> {
  const answer = await fetch(client.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: client.clientId,
      client_secret: client.clientSecret ?? '',
      resource: client.resource,
      ...(scope && { scope }),
    }),
  });
  return field(await answer.json(), 'access_token');
}

/** A text field of an answer. */
export function field(json: unknown, name: string): string {
  const value = typeof json === 'object' && json !== null ? Reflect.get(json, name) : undefined;
  if (typeof value !== 'string') throw new Error(`No text "${name}" in ${JSON.stringify(json)}`);
  return value;
}
