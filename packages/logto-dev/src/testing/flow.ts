import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { demoPassword } from '../seed-data/people.ts';
import { accountApiIndicator } from '../seed-data/tenant.ts';
import { isJsonObject } from '../state.ts';
import { type Browser, createBrowser } from './browser.ts';

const redirectUri = 'http://localhost:5173/callback';
const verifier = randomBytes(32).toString('base64url');

export const allScopes = 'openid offline_access profile account:read account:write';

/** The address of an authorization request of the demo application. */
export function authorizationPath(more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    client_id: 'account-web',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: allScopes,
    resource: accountApiIndicator,
    state: 'xyz',
    prompt: 'consent',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return `/oidc/auth?${query}`;
}

export type Answer = { status: number; body: Record<string, unknown> };

/** A request to the token endpoint. */
export async function requestToken(
  endpoint: string,
  form: Record<string, string>,
  authorization?: string,
): Promise<Answer> {
  const headers = authorization === undefined ? {} : { authorization };
  const answer = await fetch(`${endpoint}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers,
  });
  const body: unknown = await answer.json();
  return { status: answer.status, body: isJsonObject(body) ? body : {} };
}

/** Swaps the code in a callback address. */
export function exchangeCode(endpoint: string, callback: string) {
  const code = new URL(callback).searchParams.get('code') ?? '';
  return requestToken(endpoint, {
    grant_type: 'authorization_code',
    client_id: 'account-web',
    code,
    redirect_uri: redirectUri,
    code_verifier: verifier,
  });
}

export const refresh = (endpoint: string, refreshToken: unknown, more: Record<string, string> = {}) =>
  requestToken(endpoint, {
    grant_type: 'refresh_token',
    client_id: 'account-web',
    refresh_token: String(refreshToken),
    ...more,
  });

/** Signs somebody in by password, from the application and back to it. */
export async function signIn(
  endpoint: string,
  identifier: string,
  browser: Browser = createBrowser(endpoint),
) {
  await browser.get(authorizationPath());
  const end = await browser.post('/sign-in', { identifier, password: demoPassword });
  const { body } = await exchangeCode(endpoint, end.url);
  return { browser, tokens: body, idToken: decodeJwt(String(body.id_token)) };
}
