/** What a {@link LogtoError} is made of, besides its message. */
type LogtoErrorFields = {
  code: string;
  retryable: boolean;
  status?: number | undefined;
  data?: unknown;
  requestId?: string | undefined;
  retryAfterSeconds?: number | undefined;
};

/**
 * The only error that a failed call to Logto throws.
 *
 * Branch on `code`. It is Logto's own code where there is one (`user.email_already_in_use`), otherwise:
 * - `http.<status>`: an answer without a code
 * - `http.invalid_body`: an answer with status 2xx whose body is missing or not JSON
 * - `network.unreachable`: no connection; nothing was sent
 * - `network.interrupted`: the connection broke; a write may or may not have been carried out
 * - `network.timeout`: the call took longer than `timeoutMs`; a write may or may not have been carried out
 * - `network.circuit_open`: Logto failed repeatedly a moment ago; nothing was sent
 * - `token.missing_scope`: the machine-to-machine app may not use the Management API
 * - `password.leaks_unreachable`: Logto could not ask whether a password has leaked; it was not checked
 * - `client.closed`: the call came after `close()`
 *
 * Neither the message nor a property ever holds a token, a secret, an id or a request body.
 */
export class LogtoError extends Error {
  override readonly name = 'LogtoError';
  /** Stable; see the class for the values. */
  readonly code: string;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /**
   * Logto's `data`, or the whole JSON body when it has no `code`. Dropped for 401 answers and `oidc.*`, which
   * can echo a token's payload, and for `connector.*`, which can echo what a social provider said.
   */
  readonly data: unknown;
  /** True when the same call may succeed later. It says nothing about a write that got no answer. */
  readonly retryable: boolean;
  /** Logto's id of the request, to be looked up in its logs. */
  readonly requestId: string | undefined;
  /** How long Logto asks to wait, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, fields: LogtoErrorFields) {
    super(message);
    this.code = fields.code;
    this.status = fields.status;
    this.data = fields.data;
    this.retryable = fields.retryable;
    this.requestId = fields.requestId;
    this.retryAfterSeconds = fields.retryAfterSeconds;
  }
}

/** What the transport hands over: an answer whose body was read to its end. */
export type Answer = {
  status: number;
  headers: { get(name: string): string | null };
  body: string;
};

/** A readable name of a call that holds no id: method and path template. */
export type Operation = { method: string; path: string };

// 501 is Logto's way to say "this connector cannot do that": it will say so again.
const isTransientStatus = (status: number) => status === 429 || (status >= 500 && status !== 501);

/** The error for an answer that is not 2xx, whatever its body is. */
export const fromAnswer = ({ method, path }: Operation, { status, headers, body }: Answer): LogtoError => {
  const json = parseObject(body);
  const code = codeOf(json) ?? `http.${status}`;
  return new LogtoError(`${method} ${path} answered ${status} (${code})`, {
    code,
    status,
    data: mayEchoSecrets(status, code) ? undefined : dataOf(json),
    retryable: isTransientStatus(status),
    requestId: requestIdOf(headers),
    retryAfterSeconds: parseRetryAfter(headers.get('retry-after')),
  });
};

/** The error for an answer 2xx that does not hold what it must; `call` names the call, without ids. */
export const invalidBody = (call: string, { status, headers }: Omit<Answer, 'body'>): LogtoError =>
  new LogtoError(`${call} answered ${status} without the expected JSON`, {
    code: 'http.invalid_body',
    status,
    retryable: true,
    requestId: requestIdOf(headers),
  });

/** Logto's id of the request. */
export const requestIdOf = (headers: Answer['headers']) => headers.get('logto-core-request-id') ?? undefined;

const mayEchoSecrets = (status: number, code: string) =>
  status === 401 || code.startsWith('connector.') || code.startsWith('oidc.');

const parseObject = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Narrows parsed JSON to an object with unknown fields. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const codeOf = (json: Record<string, unknown> | undefined): string | undefined => {
  if (typeof json?.code === 'string' && json.code !== '') return json.code;
  // The token endpoint speaks plain OAuth when something in front of Logto answers for it.
  if (typeof json?.error === 'string' && json.error !== '') return `oidc.${json.error}`;
  return undefined;
};

const dataOf = (json: Record<string, unknown> | undefined): unknown =>
  json && 'code' in json ? json.data : json;

/** Reads `Retry-After` in both forms, seconds and HTTP date; undefined when it is absent or neither. */
const parseRetryAfter = (value: string | null): number | undefined => {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - Date.now()) / 1000));
};

// Connection failures that happen before a byte of the request is sent.
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const closed = new Set(['UND_ERR_CLOSED', 'UND_ERR_DESTROYED']);

/**
 * The error for a call without an answer. The original error is not kept as `cause`: a custom fetch may have
 * put the whole request on it, the token included. Its system code goes into the message.
 */
export const fromFailure = ({ method, path }: Operation, failure: unknown): LogtoError => {
  const reason = systemCode(failure);
  const code = closed.has(reason)
    ? 'client.closed'
    : unreachable.has(reason)
      ? 'network.unreachable'
      : 'network.interrupted';
  return new LogtoError(`${method} ${path} got no answer (${reason})`, {
    code,
    retryable: code !== 'client.closed',
  });
};

const systemCode = (failure: unknown): string => {
  for (let error = failure; error instanceof Error; error = error.cause) {
    if ('code' in error && typeof error.code === 'string') return error.code;
  }
  return 'unknown reason';
};

export const timedOut = ({ method, path }: Operation): LogtoError =>
  new LogtoError(`${method} ${path} ran out of time`, { code: 'network.timeout', retryable: true });

export const circuitOpen = ({ method, path }: Operation): LogtoError =>
  new LogtoError(`${method} ${path} was not sent: Logto failed repeatedly a moment ago`, {
    code: 'network.circuit_open',
    retryable: true,
  });
