import type { User } from '@account/logto-mgmt';
import axios from 'axios';
import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { overviewOf, profileOf, settings } from './settings.ts';

/** As tutorials show it. The machine's token is kept in a variable, as the better ones do. */
const { LOGTO_ENDPOINT, LOGTO_M2M_APP_ID, LOGTO_M2M_APP_SECRET, ACCOUNT_RESOURCE, PORT } = settings;
const issuer = `${LOGTO_ENDPOINT}/oidc`;
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
let machineToken = { value: '', expiresAt: 0 };

const app = express();
app.use(express.json());
app.use(async (req, res, next) => {
  const token = req.headers.authorization?.split(' ')[1] ?? '';
  const { payload } = await jwtVerify(token, keys, { issuer, audience: ACCOUNT_RESOURCE });
  const { data } = await axios.get<User>(`${LOGTO_ENDPOINT}/api/users/${payload.sub}`, {
    headers: { authorization: `Bearer ${await getMachineToken()}` },
  });
  res.locals.user = data;
  next();
});
app.get('/profile', (_req, res) => {
  res.json(profileOf(res.locals.user));
});
app.get('/overview-and-profile', (_req, res) => {
  res.json([overviewOf(res.locals.user), profileOf(res.locals.user)]);
});
app.listen(PORT, '127.0.0.1');

async function getMachineToken() {
  if (Date.now() < machineToken.expiresAt) return machineToken.value;
  const { data } = await axios.post<{ access_token: string; expires_in: number }>(
    `${issuer}/token`,
    new URLSearchParams({
      grant_type: 'client_credentials',
      resource: 'https://default.logto.app/api',
      scope: 'all',
    }),
    { auth: { username: LOGTO_M2M_APP_ID, password: LOGTO_M2M_APP_SECRET } },
  );
  machineToken = { value: data.access_token, expiresAt: Date.now() + data.expires_in * 1000 };
  return machineToken.value;
}
