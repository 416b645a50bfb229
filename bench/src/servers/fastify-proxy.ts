import type { User } from '@account/logto-mgmt';
import { type FastifyRequest, fastify } from 'fastify';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Agent, request } from 'undici';
import { overviewOf, profileOf, settings } from './settings.ts';

/** The least that one would write by hand: verify the token, read the person, answer. */
const { LOGTO_ENDPOINT, LOGTO_M2M_APP_ID, LOGTO_M2M_APP_SECRET, ACCOUNT_RESOURCE, PORT } = settings;
const issuer = `${LOGTO_ENDPOINT}/oidc`;
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
const dispatcher = new Agent({ connections: 64, keepAliveTimeout: 30_000 });
let machineToken = { value: '', expiresAt: 0 };

const server = fastify();
server.get('/profile', async (req) => profileOf(await readUser(req)));
server.get('/overview-and-profile', async (req) => {
  const user = await readUser(req);
  return [overviewOf(user), profileOf(user)];
});
await server.listen({ host: '127.0.0.1', port: PORT });

async function readUser({ headers }: FastifyRequest) {
  const token = headers.authorization?.replace('Bearer ', '') ?? '';
  const { payload } = await jwtVerify(token, keys, { issuer, audience: ACCOUNT_RESOURCE });
  const { body, statusCode } = await request(`${LOGTO_ENDPOINT}/api/users/${payload.sub}`, {
    dispatcher,
    headers: { authorization: `Bearer ${await getMachineToken()}` },
  });
  if (statusCode !== 200) throw new Error(`Logto answered ${statusCode}`);
  return (await body.json()) as User;
}

async function getMachineToken() {
  if (Date.now() < machineToken.expiresAt) return machineToken.value;
  const { body } = await request(`${issuer}/token`, {
    dispatcher,
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${LOGTO_M2M_APP_ID}:${LOGTO_M2M_APP_SECRET}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials&resource=https://default.logto.app/api&scope=all',
  });
  const answer = (await body.json()) as { access_token: string; expires_in: number };
  machineToken = { value: answer.access_token, expiresAt: Date.now() + answer.expires_in * 1000 };
  return machineToken.value;
}
