import { createHash, timingSafeEqual } from 'node:crypto';
import type { AllClientMetadata, Provider } from 'oidc-provider';
import { signingAlgorithm } from '../keys.ts';
import type { Application, CustomClientMetadata, State } from '../state.ts';
import { InvalidClient, InvalidRequest } from './library.ts';

export const tokenExchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

/**
 * The OpenID metadata of an application.
 * @throws InvalidClient (400) when there is no such application
 */
export function findClient(state: State, id: string): AllClientMetadata {
  const application = state.applications.get(id);
  if (!application) throw new InvalidClient(`invalid client ${id}`, 'client not found');
  const flow = flows(application);
  return {
    client_id: application.id,
    client_name: application.name,
    id_token_signed_response_alg: signingAlgorithm,
    ...flow,
    // The library knows one secret of a client and Logto several: see `acceptEverySecret`.
    ...(flow.token_endpoint_auth_method === 'none' ? {} : { client_secret: 'compared elsewhere' }),
    ...backchannelLogout(application),
  };
}

function flows({ type, oidcClientMetadata, customClientMetadata }: Application): AllClientMetadata {
  const exchange = customClientMetadata.allowTokenExchange ? [tokenExchangeGrant] : [];
  if (type === 'MachineToMachine')
    return {
      application_type: 'web',
      token_endpoint_auth_method: 'client_secret_basic',
      grant_types: ['client_credentials', ...exchange],
      response_types: [],
      redirect_uris: [],
    };
  return {
    application_type: type === 'Native' ? 'native' : 'web',
    token_endpoint_auth_method: type === 'Traditional' ? 'client_secret_basic' : 'none',
    grant_types: ['authorization_code', 'refresh_token', ...exchange],
    redirect_uris: oidcClientMetadata.redirectUris,
    post_logout_redirect_uris: oidcClientMetadata.postLogoutRedirectUris,
  };
}

function backchannelLogout({ oidcClientMetadata }: Application) {
  const { backchannelLogoutUri, backchannelLogoutSessionRequired } = oidcClientMetadata;
  if (!backchannelLogoutUri) return {};
  return {
    backchannel_logout_uri: backchannelLogoutUri,
    backchannel_logout_session_required: backchannelLogoutSessionRequired ?? false,
  };
}

/** What was set for an application besides what OpenID Connect knows. */
export const settingsOf = (state: State, clientId: string): CustomClientMetadata =>
  state.applications.get(clientId)?.customClientMetadata ?? {};

type Presented = { clientId: string };

/** An application may have several secrets at once, each with an end of its own. */
export function acceptEverySecret(provider: Provider, state: State) {
  Object.assign(provider.Client.prototype, {
    compareClientSecret(this: Presented, presented: string) {
      const secret = state.applications
        .get(this.clientId)
        ?.secrets.find(({ value }) => isSame(value, presented));
      if (secret?.expiresAt && secret.expiresAt < Date.now())
        throw new InvalidRequest('client secret has expired');
      return secret !== undefined;
    },
  });
}

const isSame = (a: string, b: string) =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
