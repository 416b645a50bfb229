import type { ResourceServer } from 'oidc-provider';
import { signingAlgorithm } from '../keys.ts';
import { appScopes, userScopes } from '../permissions.ts';
import type { State } from '../state.ts';
import { InvalidTarget } from './library.ts';

/** Asked for by the SDK as soon as the organizations scope is; no resource of the tenant. */
const organizationsResource = 'urn:logto:resource:organizations';

export type Subject = { userId?: string | undefined; clientId?: string | undefined };

/**
 * What a token for a resource may carry: the scopes the person has now, or else the application.
 * @throws InvalidTarget (400) when there is no such resource
 */
export function findResourceServer(state: State, indicator: string, subject: Subject): ResourceServer {
  const resource = [...state.resources.values()].find((item) => item.indicator === indicator);
  if (!resource && indicator !== organizationsResource) throw new InvalidTarget();
  return {
    accessTokenFormat: 'jwt',
    accessTokenTTL: resource?.accessTokenTtlSeconds ?? 3600,
    jwt: { sign: { alg: signingAlgorithm } },
    scope: scopes(state, indicator, subject).join(' '),
  };
}

function scopes(state: State, indicator: string, { userId, clientId }: Subject) {
  if (userId !== undefined) return userScopes(state, userId, indicator);
  return clientId === undefined ? [] : appScopes(state, clientId, indicator);
}
