import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';
import { demoPassword } from '../seed-data/people.ts';
import { accountApiIndicator } from '../seed-data/tenant.ts';
import { isJsonObject } from '../state.ts';
import { type Browser, createBrowser } from './browser.ts';

const verifier = randomBytes(32).toString('base64url');

/** The single-page application of the demo tenant. */
export const application = { client_id: 'account-web', redirect_uri: 'http://localhost:5173/callback' };

/** The address of an authorization request of the demo application. */
export function authorizationPath(more: Record<string, string> = {}) {
  const query = new URLSearchParams({
    ...application,
    response_type: 'code',
    scope: 'openid offline_access profile account:read account:write',
    resource: accountApiIndicator,
    state: 'xyz',
    prompt: 'consent',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return `/oidc/auth?${query}`;
}

export type TokenAnswer = { status: number; body: Record<string, unknown> };

/** A request to the token endpoint. `authorization` is the value of that header. */
export async function requestToken(
  endpoint: string,
  form: Record<string, string>,
  authorization?: string,
): Promise<TokenAnswer> {
  const headers = authorization === undefined ? {} : { authorization };
  const request = { method: 'POST', body: new URLSearchParams(form), headers };
  const answer = await fetch(`${endpoint}/oidc/token`, request);
  const body: unknown = await answer.json();
  return { status: answer.status, body: isJsonObject(body) ? body : {} };
}

/** Swaps the code in the address to which the browser was sent back. */
export function exchangeCode(
  endpoint: string,
  callback: string,
  client: Record<string, string> = application,
) {
  const code = new URL(callback).searchParams.get('code') ?? '';
  const form = { ...client, grant_type: 'authorization_code', code, code_verifier: verifier };
  return requestToken(endpoint, form);
}

export function refresh(endpoint: string, refreshToken: unknown, more: Record<string, string> = {}) {
  const form = { client_id: application.client_id, grant_type: 'refresh_token', ...more };
  return requestToken(endpoint, { ...form, refresh_token: String(refreshToken) });
}

/** Signs one of the demo people in by password, from the application and back to it. */
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
