import { type Answer, invalidBody, isObject, LogtoError, requestIdOf } from './errors.ts';
import type { Call, Transport } from './transport.ts';

type TokenOptions = { endpoint: string; appId: string; appSecret: string; resource: string };

export type TokenSource = {
  /** The cached token, or a new one; many callers share one request. */
  get(): Promise<string>;
  /** Forgets this token, unless it was replaced in the meantime. */
  drop(token: string): void;
};

type AccessToken = { value: string; renewAt: number; expiresAt: number };

/** `POST /oidc/token`: the client credentials grant for the Management API. */
export const createTokenSource = (
  options: TokenOptions,
  transport: Transport,
  now: () => number,
): TokenSource => {
  const call = tokenCall(options);
  let current: AccessToken | undefined;
  let pending: Promise<string> | undefined;

  const request = async (): Promise<string> => {
    const requestedAt = now();
    const answer = await transport.within(call, (signal) => transport.send(call, signal));
    const { value, lifeMs } = readToken(answer);
    current = { value, renewAt: requestedAt + lifeMs * 0.8, expiresAt: requestedAt + lifeMs };
    return value;
  };

  const renew = (): Promise<string> => {
    pending ??= request().finally(() => {
      pending = undefined;
    });
    return pending;
  };

  return {
    get: async () => {
      if (!current || now() >= current.expiresAt) return renew();
      // The old token serves until the new one is there; whoever comes after its end learns of a failure.
      if (now() >= current.renewAt) renew().catch(() => {});
      return current.value;
    },
    drop: (token) => {
      if (current?.value === token) current = undefined;
    },
  };
};

const tokenCall = ({ endpoint, appId, appSecret, resource }: TokenOptions): Call => ({
  method: 'POST',
  path: '/oidc/token',
  url: `${endpoint}/oidc/token`,
  headers: {
    accept: 'application/json',
    authorization: `Basic ${Buffer.from(`${formEncode(appId)}:${formEncode(appSecret)}`).toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  },
  body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'all' }).toString(),
  repeatable: true,
});

// RFC 6749, 2.3.1: id and secret are form-encoded before they are joined.
const formEncode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);

const readToken = (answer: Answer): { value: string; lifeMs: number } => {
  const json: unknown = answer.body === '' ? undefined : JSON.parse(answer.body);
  if (!isObject(json) || typeof json.access_token !== 'string' || typeof json.expires_in !== 'number') {
    throw invalidBody('POST /oidc/token', answer);
  }
  const scopes = typeof json.scope === 'string' ? json.scope.split(' ') : [];
  if (!scopes.includes('all')) throw missingScope(answer);
  return { value: json.access_token, lifeMs: json.expires_in * 1_000 };
};

const missingScope = ({ status, headers }: Answer): LogtoError =>
  new LogtoError(
    'The access token lacks the scope "all". Give the machine-to-machine application a role that contains the ' +
      'Management API permission "all", e.g. "Logto Management API access".',
    { code: 'token.missing_scope', status, requestId: requestIdOf(headers), retryable: false },
  );
