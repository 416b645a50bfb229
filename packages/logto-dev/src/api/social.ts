import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Connector, JsonObject } from '../state.ts';
import { RequestError } from './errors.ts';

/** Providers that nothing here talks to: the address of their sign-in page is real, the way back always fails. */
const providers: Record<string, { page: string; scope: string }> = {
  'google-universal': {
    page: 'https://accounts.google.com/o/oauth2/v2/auth',
    scope: 'openid profile email',
  },
  'github-universal': { page: 'https://github.com/login/oauth/authorize', scope: 'read:user' },
};

/** They keep something in the session of a sign-in, which the Management API does not have. */
const sessionBound = new Set(
  'apple amazon gitlab huggingface line linkedin patreon qq slack x'
    .split(' ')
    .map((name) => `${name}-universal`)
    .concat('saml', 'oidc', 'oauth2'),
);

const notImplemented = () => new RequestError('connector.not_implemented', 501);

type Way = {
  state: string;
  redirectUri: string;
  /** The sign-in page of all providers that are not in {@link providers}. */
  pretendedPage: string;
};

/** Where the browser goes to prove an identity. Throws 501 `connector.not_implemented`. */
export function authorizationUri({ connectorId, config }: Connector, way: Way): string {
  if (sessionBound.has(connectorId)) throw notImplemented();
  const { page, scope } = providers[connectorId] ?? { page: way.pretendedPage, scope: 'profile' };
  const url = new URL(page);
  url.searchParams.set('client_id', typeof config.clientId === 'string' ? config.clientId : 'client');
  url.searchParams.set('redirect_uri', way.redirectUri);
  url.searchParams.set('response_type', 'code');
  url.searchParams.set('state', way.state);
  url.searchParams.set('scope', scope);
  return url.href;
}

const MockCallback = z.object({
  code: z.string(),
  userId: z.string().optional(),
  email: z.string().exactOptional(),
  phone: z.string().exactOptional(),
  name: z.string().exactOptional(),
  avatar: z.string().exactOptional(),
});

/**
 * The identity behind what a provider sent back. Connectors without a provider in {@link providers} trust the data.
 * Throws `connector.*` with 400, 401 or 501, as Logto does.
 */
export function readSocialUser(connector: Connector, data: JsonObject) {
  if (sessionBound.has(connector.connectorId)) throw notImplemented();
  if (providers[connector.connectorId]) throw refusal(data);
  const callback = MockCallback.safeParse(data);
  if (!callback.success)
    throw new RequestError('connector.invalid_response', 400, { data: JSON.stringify(data) });
  const { code: _, userId, ...details } = callback.data;
  return { id: userId ?? `mock-social-sub-${randomUUID()}`, ...details, rawData: data };
}

function refusal(data: JsonObject) {
  if (data.error === 'access_denied')
    return new RequestError('connector.authorization_failed', 401, { data });
  if (typeof data.code !== 'string') return new RequestError('connector.general', 400, { data });
  return new RequestError('connector.social_auth_code_invalid', 401);
}
