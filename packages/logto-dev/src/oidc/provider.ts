import type { Configuration } from 'oidc-provider';
import { type Keys, signingAlgorithm } from '../keys.ts';
import type { State } from '../state.ts';
import { createAdapter } from './adapter.ts';
import { claimsByScope, claimsOf } from './claims.ts';
import { acceptEverySecret, settingsOf } from './clients.ts';
import { recordEvents } from './events.ts';
import { InvalidGrant, InvalidRequest, InvalidTarget, Provider } from './library.ts';
import { createLifetimes } from './lifetimes.ts';
import { sendLogoutPage, sendSignedOutPage } from './logout.ts';
import { findResourceServer } from './resources.ts';
import { registerTokenExchange } from './token-exchange.ts';

const cookie = { sameSite: 'lax', path: '/', signed: true, overwrite: true } as const;

/** What the SDK may add to an authorization request. */
const extraParams = [
  'interaction_mode',
  'first_screen',
  'direct_sign_in',
  'organization_id',
  'login_hint',
  'ui_locales',
  'identifier',
  'one_time_token',
  'google_one_tap_credential',
];

type Parts = { state: State; keys: Keys; cookieKeys: string[] };

/** The OpenID provider, configured as Logto configures it. Mount it at `/oidc`. */
export function createProvider({ state, keys, cookieKeys }: Parts): Provider {
  const provider = new Provider(keys.issuer, {
    adapter: createAdapter(state),
    jwks: { keys: [keys.privateJwk] },
    cookies: { keys: cookieKeys, long: cookie, short: cookie },
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    conformIdTokenClaims: false,
    claims: claimsByScope,
    extraParams,
    features: features(state),
    ...tokens(state),
    renderError: (ctx, out) => {
      ctx.body = out;
    },
    pkce: { required: (_ctx, client) => client.clientAuthMethod !== 'client_secret_basic' },
    interactions: {
      url: (_ctx, { prompt, params }) => pageFor(prompt.name, params),
    },
    clientBasedCORS: (ctx, origin, client) =>
      ctx.URL.origin === origin || originsOf(state, client).includes(origin),
    // As a Logto with OIDC_PROVIDER_SSRF_PROTECTION_DISABLED: any other tells sign-outs to no loopback address, where
    // the applications of a developer are.
    fetch: (url, { dispatcher: _guarded, ...options } = {}) => fetch(url, options),
  });
  acceptEverySecret(provider, state);
  registerTokenExchange(provider, state);
  recordEvents(provider, state);
  return provider;
}

type Registered = { clientId: string; redirectUris?: readonly string[] | undefined };

function originsOf(state: State, { clientId, redirectUris = [] }: Registered) {
  const { corsAllowedOrigins = [] } = settingsOf(state, clientId);
  return [...corsAllowedOrigins, ...redirectUris.map((uri) => new URL(uri).origin)];
}

function pageFor(prompt: string, { client_id: clientId }: Record<string, unknown>) {
  const page = prompt === 'login' ? '/sign-in' : '/consent';
  return `${page}?${new URLSearchParams({ app_id: String(clientId) })}`;
}

function features(state: State): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    userinfo: { enabled: true },
    clientCredentials: { enabled: true },
    backchannelLogout: { enabled: true },
    introspection: { enabled: true, allowedPolicy: (_ctx, client, token) => mayIntrospect(client, token) },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => mayRevoke(client, token) },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => sendLogoutPage(ctx, state, form),
      postLogoutSuccessSource: (ctx) => sendSignedOutPage(ctx, state),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: async ({ oidc }) => {
        const resource = [...state.resources.values()].find(({ isDefault }) => isDefault);
        if (!resource && oidc.params?.grant_type === 'client_credentials')
          throw new InvalidTarget('both `resource` and `organization_id` are not provided');
        return resource?.indicator;
      },
      useGrantedResource: () => false,
      getResourceServerInfo: ({ oidc: { session, entities, client } }, indicator) =>
        findResourceServer(state, indicator, {
          userId: session?.accountId ?? entities.Account?.accountId,
          clientId: client?.clientId,
        }),
    },
  };
}

/** A browser application that tries a foreign token learns nothing, one with a secret is told. */
function mayRevoke(client: Asking, token: Owned) {
  if (token.clientId === client.clientId) return true;
  if (client.clientAuthMethod === 'none') return false;
  throw new InvalidRequest('client is not authorized to revoke the presented token');
}

type Owned = { clientId?: string | undefined };
type Asking = Owned & { clientAuthMethod?: string | undefined };
const mayIntrospect = (client: Asking, token: Owned) =>
  client.clientAuthMethod !== 'none' || token.clientId === client.clientId;

function tokens(state: State): Configuration {
  return {
    findAccount(_ctx, id) {
      const user = state.users.get(id);
      if (!user) throw new InvalidGrant('user not found');
      if (user.isSuspended) throw new InvalidGrant('user is suspended');
      return { accountId: id, claims: (use, scope) => claimsOf(state, user, { use, scope }) };
    },
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') &&
      (code.scopes.has('offline_access') ||
        (client.applicationType === 'web' &&
          settingsOf(state, client.clientId).alwaysIssueRefreshToken === true)),
    ttl: createLifetimes(state),
    rotateRefreshToken: ({ oidc: { entities, client } }) => {
      if (!client || settingsOf(state, client.clientId).rotateRefreshToken === false) return false;
      const isAged = Number(entities.RefreshToken?.ttlPercentagePassed()) >= 70;
      return client.clientAuthMethod === 'none' || isAged;
    },
    formats: {
      customizers: {
        // Logto's tokens for people always carry the claim; those for machines only when it is not empty.
        jwt(_ctx, token, { payload }) {
          if (token.kind === 'AccessToken') payload.scope ??= '';
        },
      },
    },
  };
}
