import type { Provider, TokenEndpointGrantContext } from 'oidc-provider';
import type { State, User } from '../state.ts';
import { claimsByScope } from './claims.ts';
import { tokenExchangeGrant } from './clients.ts';
import { InvalidGrant, InvalidRequest } from './library.ts';
import { findResourceServer } from './resources.ts';

const personalAccessTokenType = 'urn:logto:token-type:personal_access_token';
const oidcScopes = new Set(['openid', 'offline_access', ...Object.keys(claimsByScope)]);

type Exchange = { ctx: TokenEndpointGrantContext; user: User; scopes: string[] };

/** Lets an application swap a personal access token for an access token of its owner. */
export function registerTokenExchange(provider: Provider, state: State) {
  const subject = ['subject_token', 'subject_token_type', 'actor_token', 'actor_token_type'];
  provider.registerGrantType(
    tokenExchangeGrant,
    (ctx) => exchange(ctx, state),
    [...subject, 'organization_id', 'scope', 'resource'],
    ['resource'],
  );
}

async function exchange(ctx: TokenEndpointGrantContext, state: State) {
  const { provider, client, requestParamScopes } = ctx.oidc;
  const user = findOwner(state, required(ctx, 'subject_token'), required(ctx, 'subject_token_type'));
  ctx.oidc.entity('Account', { accountId: user.id, claims: () => ({ sub: user.id }) });

  const grant = new provider.Grant({ accountId: user.id, clientId: client.clientId });
  const grantId = await grant.save();
  const token = new provider.AccessToken({ accountId: user.id, client, grantId, gty: tokenExchangeGrant });
  const exchanged = { ctx, user, scopes: [...requestParamScopes] };
  const resource = ctx.oidc.params.resource;
  if (typeof resource === 'string') forResource(exchanged, { state, token, grant, resource });
  else {
    token.scope = exchanged.scopes.filter((scope) => oidcScopes.has(scope)).join(' ');
    grant.addOIDCScope(token.scope);
  }
  await grant.save();
  ctx.oidc.entity('Grant', grant);
  ctx.oidc.entity('AccessToken', token);
  ctx.body = {
    access_token: await token.save(),
    expires_in: token.expiration,
    scope: token.scope,
    token_type: token.tokenType,
  };
}

type Issue = {
  state: State;
  token: InstanceType<Provider['AccessToken']>;
  grant: InstanceType<Provider['Grant']>;
  resource: string;
};

function forResource({ ctx, user, scopes }: Exchange, { state, token, grant, resource }: Issue) {
  const { provider, client } = ctx.oidc;
  const server = findResourceServer(state, resource, { userId: user.id, clientId: client.clientId });
  token.resourceServer = new provider.ResourceServer(resource, server);
  const available = new Set(server.scope.split(' '));
  token.scope = scopes.filter((scope) => available.has(scope)).join(' ');
  grant.addResourceScope(resource, token.scope);
}

function findOwner(state: State, value: string, type: string): User {
  if (type !== personalAccessTokenType) throw new InvalidGrant('unsupported subject token type');
  for (const user of state.users.values()) {
    const token = user.personalAccessTokens.find((item) => item.value === value);
    if (!token) continue;
    if (token.expiresAt && token.expiresAt <= Date.now()) throw new InvalidGrant('token has expired');
    if (user.isSuspended) throw new InvalidGrant('user is suspended');
    return user;
  }
  throw new InvalidGrant('personal access token not found');
}

function required(ctx: TokenEndpointGrantContext, name: string): string {
  const value = ctx.oidc.params[name];
  if (typeof value !== 'string') throw new InvalidRequest(`missing required parameter(s) '${name}'`);
  return value;
}
