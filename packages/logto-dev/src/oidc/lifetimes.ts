import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { State } from '../state.ts';
import { settingsOf } from './clients.ts';

const day = 24 * 3600;
const hour = 3600;

type Resourceful = { resourceServer?: { accessTokenTTL?: number | undefined } | undefined };
const accessTokenSeconds = (_ctx: KoaContextWithOIDC, { resourceServer }: Resourceful) =>
  resourceServer?.accessTokenTTL ?? hour;

/** Logto's lifetimes, in seconds. */
export const createLifetimes = (state: State): Configuration['ttl'] => ({
  AccessToken: accessTokenSeconds,
  ClientCredentials: accessTokenSeconds,
  IdToken: (_ctx, _token, { clientId }) => settingsOf(state, clientId).idTokenTtl ?? hour,
  Interaction: hour,
  Session: 14 * day,
  Grant: 180 * day,
  RefreshToken(ctx, _token, client) {
    // A token that lives in a browser cannot be renewed for ever: its successors inherit the end of the first.
    const rotated = ctx.oidc?.entities.RotatedRefreshToken;
    const isBrowserApp = client.applicationType === 'web' && client.clientAuthMethod === 'none';
    if (rotated && isBrowserApp) return rotated.remainingTTL;
    const { refreshTokenTtlInDays, refreshTokenTtl = 14 * day } = settingsOf(state, client.clientId);
    return refreshTokenTtlInDays === undefined ? refreshTokenTtl : refreshTokenTtlInDays * day;
  },
});
