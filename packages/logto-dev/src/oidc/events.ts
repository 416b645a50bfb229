import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { writeLog } from '../logs.ts';
import type { JsonObject, State } from '../state.ts';

const exchanges: Record<string, string> = {
  authorization_code: 'AuthorizationCode',
  refresh_token: 'RefreshToken',
  client_credentials: 'ClientCredentials',
  'urn:ietf:params:oauth:grant-type:token-exchange': 'TokenExchange',
};

/** Writes what Logto logs about interactions and tokens. */
export function recordEvents(provider: Provider, state: State) {
  const record = (key: string, ctx: KoaContextWithOIDC, more: { error?: Error; details?: JsonObject } = {}) =>
    writeLog(state, {
      key,
      ip: ctx.ip,
      userAgent: ctx.get('user-agent'),
      details: { ...context(ctx), ...more.details },
      ...(more.error ? { error: describe(more.error) } : {}),
    });
  const grantKey = (ctx: KoaContextWithOIDC) =>
    `ExchangeTokenBy.${exchanges[String(ctx.oidc.params?.grant_type)] ?? 'Unknown'}`;

  provider.on('grant.success', (ctx) => record(grantKey(ctx), ctx, { details: issued(ctx.body) }));
  provider.on('grant.error', (ctx, error) => record(grantKey(ctx), ctx, { error }));
  provider.on('grant.revoked', (ctx, grantId) =>
    record('RevokeToken', ctx, { details: { grantId, ...tokenOwner(ctx) } }),
  );
  provider.on('interaction.started', (ctx) => record('Interaction.Create', ctx));
  provider.on('interaction.ended', (ctx) => record('Interaction.End', ctx));
}

function context(ctx: KoaContextWithOIDC): JsonObject {
  const { Account, Session, Client, Interaction } = ctx.oidc.entities;
  return json({
    applicationId: Client?.clientId,
    sessionId: Session?.jti,
    interactionId: Interaction?.jti,
    userId: Account?.accountId,
    params: ctx.oidc.params,
  });
}

function tokenOwner({ oidc }: KoaContextWithOIDC): JsonObject {
  const { AccessToken, RefreshToken } = oidc.entities;
  return json({ userId: AccessToken?.accountId ?? RefreshToken?.accountId });
}

function issued(body: unknown): JsonObject {
  if (typeof body !== 'object' || body === null) return {};
  const names = { access_token: 'AccessToken', refresh_token: 'RefreshToken', id_token: 'IdToken' };
  const tokenTypes = Object.entries(names).flatMap(([field, name]) => (field in body ? [name] : []));
  return json({ tokenTypes, scope: 'scope' in body ? body.scope : undefined });
}

function describe(error: Error) {
  const detail = 'error_description' in error ? `: ${String(error.error_description)}` : '';
  return `${error.name}: ${error.message}${detail}`;
}

/** Drops what JSON cannot hold, `undefined` above all. */
const json = (value: object): JsonObject => JSON.parse(JSON.stringify(value));
