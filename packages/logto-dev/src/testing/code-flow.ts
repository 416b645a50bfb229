import { accountApiIndicator } from '../seed-data/tenant.ts';
import { type Browser, createBrowser } from './browser.ts';
import { application, authorizationPath, exchangeCode, refresh, type TokenAnswer } from './flow.ts';

export type CodeFlowOptions = {
  identifier: string;
  password: string;
  /** Scopes besides `openid offline_access profile`. */
  scopes?: readonly string[];
  clientId?: string;
  redirectUri?: string;
  /** The indicator of the API resource; the demo tenant's by default. */
  resource?: string;
  /** Further parameters of the authorization request, for instance `max_age`. */
  extra?: Record<string, string>;
};

export type Tokens = {
  /** Opaque: for userinfo only. */
  accessToken: string;
  idToken: string;
  refreshToken: string;
  /** A JWT for our API resource, with those of the wanted scopes that the person's roles grant. */
  accountToken: string;
  /** Ends the session at Logto, as the app does; Logto then tells those who want to know. */
  signOut: () => Promise<void>;
};

/**
 * Signs a person in as the app does, over HTTP and without a browser: PKCE code flow, then a token for our resource.
 * @throws Error when the sign-in page or the token endpoint refuses
 */
export async function signInByCodeFlow(endpoint: string, options: CodeFlowOptions): Promise<Tokens> {
  const { identifier, password, scopes = [], resource = accountApiIndicator, extra } = options;
  const client = {
    client_id: options.clientId ?? application.client_id,
    redirect_uri: options.redirectUri ?? application.redirect_uri,
  };
  const browser = createBrowser(endpoint);
  const person = { identifier, password };
  const scope = ['openid', 'offline_access', 'profile', ...scopes].join(' ');
  const callback = await passSignInPage(
    browser,
    authorizationPath({ ...client, scope, resource, ...extra }),
    person,
  );
  const first = succeeded(await exchangeCode(endpoint, callback, client));
  const wanted = { client_id: client.client_id, resource };
  const second = succeeded(await refresh(endpoint, first.refresh_token, wanted));
  return {
    accessToken: String(first.access_token),
    idToken: String(first.id_token),
    refreshToken: String(second.refresh_token),
    accountToken: String(second.access_token),
    signOut: async () => {
      const page = await browser.get(`/oidc/session/end?client_id=${client.client_id}`);
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page.text) ?? [];
      await browser.post('/oidc/session/end/confirm', { xsrf, logout: 'yes' });
    },
  };
}

type Person = Pick<CodeFlowOptions, 'identifier' | 'password'>;

async function passSignInPage(browser: Browser, address: string, person: Person): Promise<string> {
  await browser.get(address);
  const { url, status } = await browser.post('/sign-in', person);
  if (status !== 0) throw new Error(`The sign-in was refused: ${status}`);
  return url;
}

/**
 * Signs a person in where an application has sent the browser, and goes back to it.
 * @param authorizationUrl at the local Logto
 */
export async function signInAt(authorizationUrl: string, person: Person): Promise<void> {
  const browser = createBrowser(new URL(authorizationUrl).origin);
  await fetch(await passSignInPage(browser, authorizationUrl, person));
}

function succeeded({ status, body }: TokenAnswer) {
  if (status === 200) return body;
  throw new Error(`The token endpoint answered ${status}: ${JSON.stringify(body)}`);
}
