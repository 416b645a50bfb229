import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { env } from 'node:process';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { accountEnvironment } from '@account/logto-dev';
import { ownScopes } from '@account/procedures/schemas';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { startRecording } from './recording.ts';

/** A Logto that answers everything after 5 ms and does no work, so that what is measured is what stands before it. */
const delayMs = 5;

const { PORT, TOKEN_COUNT, LIST_LENGTH } = z
  .object({
    PORT: z.coerce.number(),
    TOKEN_COUNT: z.coerce.number(),
    LIST_LENGTH: z.coerce.number().optional(),
  })
  .parse(env);
const endpoint = `http://127.0.0.1:${PORT}`;
const issuer = `${endpoint}/oidc`;
const hour = 3600;

const recording = await startRecording(LIST_LENGTH);
const { publicKey, privateKey } = await generateKeyPair('ES384');
const key = { ...(await exportJWK(publicKey)), kid: 'stub', alg: 'ES384', use: 'sig' };

const answers: Record<string, string> = Object.fromEntries(
  Object.entries({
    '/oidc/.well-known/openid-configuration': {
      issuer,
      jwks_uri: `${issuer}/jwks`,
      token_endpoint: `${issuer}/token`,
    },
    '/oidc/jwks': { keys: [key] },
    '/oidc/token': { access_token: 'machine', token_type: 'Bearer', expires_in: hour, scope: 'all' },
    '/tokens': await Promise.all(Array.from({ length: TOKEN_COUNT }, (_, index) => signToken(index))),
  }).map(([path, body]) => [path, JSON.stringify(body)]),
);

/** Everybody is like Ada, under an id of their own. */
const person = /\bperson\d+\b/g;

/** What was asked, and how often, since somebody last wanted to know. */
const calls = new Map<string, number>();

createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  answer(request, response).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    response.writeHead(500).end();
  });
}).listen(PORT, '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse) {
  const { method = 'GET', url = '' } = request;
  const [body] = await Promise.all([text(request), wait(delayMs)]);
  if (url === '/calls') return send(response, 200, takeCalls());
  const own = answers[url];
  const [id = ''] = url.match(person) ?? [];
  const path = url.replace(person, '{person}');
  const call = `${method} ${path}`;
  calls.set(call, (calls.get(call) ?? 0) + 1);
  if (own) return send(response, 200, own);
  const recorded = await recording.answer({ method, path, body });
  send(response, recorded.status, recorded.body(id));
}

function takeCalls() {
  const taken = JSON.stringify(Object.fromEntries(calls));
  calls.clear();
  return taken;
}

function send(response: ServerResponse, status: number, body: string) {
  response.writeHead(status, body ? { 'content-type': 'application/json; charset=utf-8' } : {});
  response.end(body);
}

/** An access token as Logto makes it for an API resource, each of another person. */
function signToken(index: number) {
  return new SignJWT({ client_id: 'account-web', scope: ownScopes.join(' ') })
    .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: key.kid })
    .setJti(crypto.randomUUID())
    .setSubject(`person${index}`)
    .setIssuer(issuer)
    .setAudience(accountEnvironment(endpoint).ACCOUNT_RESOURCE)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);
}
