import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';
import type { LogtoDev } from '@account/logto-dev';
import type { BrowserContext, Request } from 'playwright-core';

/** Shorter ones stand in any text by chance. */
const shortest = 6;

/** Under these names, secrets travel to the server and to Logto: in forms, in JSON and in addresses. */
const sentSecrets: Readonly<Record<string, string>> = {
  password: 'password',
  currentPassword: 'password',
  code: 'code',
  code_verifier: 'code verifier',
  state: 'state',
  flow: 'flow',
  idToken: 'ID token',
  id_token_hint: 'ID token',
  refresh_token: 'refresh token',
  token: 'token',
};

/** Under these names, they come back to the browser. */
const answeredSecrets: Readonly<Record<string, string>> = {
  access_token: 'access token',
  refresh_token: 'refresh token',
  id_token: 'ID token',
  token: 'step-up proof',
  flow: 'flow',
  state: 'state',
  secret: 'authenticator secret',
  uri: 'authenticator secret',
  codes: 'backup code',
};

/** Collects every secret of a stack by where secrets are, so that no journey has to name its own. */
export function createSecrets(variables: Record<string, string>) {
  const kinds = new Map<string, string>();
  const pending = new Set<Promise<void>>();

  const add = (kind: string, value: unknown) => {
    if (typeof value === 'string' && value.length >= shortest && !kinds.has(value)) kinds.set(value, kind);
  };
  const addFields = (names: Readonly<Record<string, string>>, data: unknown, kind?: string): void => {
    if (typeof data !== 'object' || data === null) {
      if (kind) add(kind, data);
      return;
    }
    const isList = Array.isArray(data);
    for (const [name, value] of Object.entries(data)) addFields(names, value, isList ? kind : names[name]);
  };
  const addHeader = (header: string | undefined) => add('token', header?.replace(/^(Bearer|Basic) /i, ''));

  const addRequest = (request: Request) => {
    const { searchParams } = new URL(request.url());
    addFields(sentSecrets, Object.fromEntries(searchParams));
    addHeader(request.headers().authorization);
    add('step-up proof', request.headers()['x-step-up']);
    addFields(sentSecrets, parse(request.postData()));
  };
  const addAnswer = async (request: Request) => {
    const response = await request.response();
    // A refusal holds no secret, but codes of errors.
    if (!response?.ok() || !response.headers()['content-type']?.includes('json')) return;
    const text = await response.text();
    addFields(answeredSecrets, parse(text));
    for (const [token] of text.matchAll(/\bpat_\w+/g)) add('personal access token', token);
  };

  for (const [name, value] of Object.entries(variables)) if (/SECRET|KEY$/.test(name)) add(name, value);
  return {
    /** What a browser profile sends and gets. */
    watch(context: BrowserContext) {
      context.on('request', addRequest);
      context.on('requestfinished', (request) => {
        if (request.method() !== 'POST') return;
        // A page that was left takes its answers with it.
        const read = addAnswer(request).catch(() => undefined);
        pending.add(read);
        read.finally(() => pending.delete(read));
      });
    },

    /** What our server shows to Logto; returns how to stop watching. */
    watchLogto(logto: LogtoDev) {
      const listener = (message: unknown) => {
        const request = requestOf(message);
        if (request?.socket.localPort === logto.port) addHeader(request.headers.authorization);
      };
      subscribe('http.server.request.start', listener);
      return () => unsubscribe('http.server.request.start', listener);
    },

    /** What Logto has that is secret now. */
    addState({ inbox, users, oidc }: LogtoDev['state']) {
      for (const { code } of inbox) add('code', code);
      for (const { kind, id } of oidc.values()) if (kind !== 'Grant') add(`${kind} of Logto`, id);
      for (const { personalAccessTokens, mfaVerifications } of users.values()) {
        for (const { value } of personalAccessTokens) add('personal access token', value);
        for (const factor of mfaVerifications) {
          if (factor.type === 'Totp') add('authenticator secret', factor.key);
          if (factor.type === 'BackupCode') for (const { code } of factor.codes) add('backup code', code);
        }
      }
    },

    /** Each value with its kind. */
    all: async (): Promise<ReadonlyMap<string, string>> => {
      await Promise.all(pending);
      return kinds;
    },
  };
}

function parse(body: string | null): unknown {
  if (!body) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return Object.fromEntries(new URLSearchParams(body));
  }
}

function requestOf(message: unknown): IncomingMessage | undefined {
  const isEvent = typeof message === 'object' && message !== null && 'request' in message;
  return isEvent && message.request instanceof IncomingMessage ? message.request : undefined;
}
