import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';

const day = 24 * 3600;
const hour = 3600;

type Resourceful = { resourceServer?: { accessTokenTTL?: number | undefined } | undefined };
const accessTokenSeconds = (_ctx: KoaContextWithOIDC, { resourceServer }: Resourceful) =>
  resourceServer?.accessTokenTTL ?? hour;

/** Logto's lifetimes, in seconds. */
export const lifetimes: Configuration['ttl'] = {
  AccessToken: accessTokenSeconds,
  ClientCredentials: accessTokenSeconds,
  IdToken: hour,
  Interaction: hour,
  Session: 14 * day,
  Grant: 180 * day,
  RefreshToken(ctx, _token, client) {
    // A token that lives in a browser cannot be renewed for ever: its successors inherit the end of the first.
    const rotated = ctx.oidc?.entities.RotatedRefreshToken;
    const isBrowserApp = client.applicationType === 'web' && client.clientAuthMethod === 'none';
    return rotated && isBrowserApp ? rotated.remainingTTL : 14 * day;
  },
};
