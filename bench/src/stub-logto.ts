import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { env } from 'node:process';
import { accountEnvironment, startLogtoDev } from '@account/logto-dev';
import { createLogtoClient } from '@account/logto-mgmt';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';

/** A Logto that answers everything after 5 ms and does no work, so that what is measured is what stands before it. */
const delayMs = 5;

const { PORT, TOKEN_COUNT } = z
  .object({ PORT: z.coerce.number(), TOKEN_COUNT: z.coerce.number() })
  .parse(env);
const endpoint = `http://127.0.0.1:${PORT}`;
const issuer = `${endpoint}/oidc`;
const hour = 3600;

const { user, accountCenter, customProfileFields } = await realBodies();
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
    '/api/account-center': accountCenter,
    '/api/custom-profile-fields': customProfileFields,
    '/tokens': await Promise.all(Array.from({ length: TOKEN_COUNT }, (_, index) => signToken(index))),
  }).map(([path, body]) => [path, JSON.stringify(body)]),
);

/** Everybody is like Ada, under an id of their own. */
const isPerson = /^\/api\/users\/\w+$/;
const person = JSON.stringify(user);

createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  setTimeout(() => answer(request, response), delayMs);
}).listen(PORT, '127.0.0.1');

function answer({ url = '' }: IncomingMessage, response: ServerResponse) {
  const path = url.replace(/\?.*/, '');
  const body = isPerson.test(path) ? person : answers[path];
  response.writeHead(body ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' });
  response.end(body ?? '{"code":"entity.not_found"}');
}

/** What a Logto answers about a person with everything filled in, and about its tenant. */
async function realBodies() {
  const logto = await startLogtoDev({ port: 0, quiet: true });
  const { LOGTO_M2M_APP_ID: appId, LOGTO_M2M_APP_SECRET: appSecret } = accountEnvironment(logto.endpoint);
  const client = createLogtoClient({ endpoint: logto.endpoint, appId, appSecret });
  const person = [...logto.state.users.values()].find(({ username }) => username === 'ada');
  const bodies = {
    user: await client.users.get(person?.id ?? ''),
    accountCenter: await client.accountCenter.get(),
    customProfileFields: await client.customProfileFields.list(),
  };
  await client.close();
  await logto.close();
  return bodies;
}

/** An access token as Logto makes it for an API resource, each of another person. */
function signToken(index: number) {
  return new SignJWT({ client_id: 'account-web', scope: 'account:read account:write' })
    .setProtectedHeader({ alg: 'ES384', typ: 'at+jwt', kid: key.kid })
    .setJti(crypto.randomUUID())
    .setSubject(`person${index}`)
    .setIssuer(issuer)
    .setAudience(accountEnvironment(endpoint).ACCOUNT_RESOURCE)
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey);
}
