import type { AllClientMetadata } from 'oidc-provider';
import { signingAlgorithm } from '../keys.ts';
import type { Application, State } from '../state.ts';
import { InvalidClient } from './library.ts';

export const tokenExchangeGrant = 'urn:ietf:params:oauth:grant-type:token-exchange';

/**
 * The OpenID metadata of an application.
 * @throws InvalidClient (400) when there is no such application
 */
export function findClient(state: State, id: string): AllClientMetadata {
  const application = state.applications.get(id);
  if (!application) throw new InvalidClient(`invalid client ${id}`, 'client not found');
  return {
    client_id: application.id,
    client_name: application.name,
    id_token_signed_response_alg: signingAlgorithm,
    ...flows(application),
    ...(application.secret === null ? {} : { client_secret: application.secret }),
    ...backchannelLogout(application),
  };
}

function flows({
  type,
  redirectUris,
  postLogoutRedirectUris,
  allowTokenExchange,
}: Application): AllClientMetadata {
  const exchange = allowTokenExchange ? [tokenExchangeGrant] : [];
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
    redirect_uris: redirectUris,
    post_logout_redirect_uris: postLogoutRedirectUris,
  };
}

function backchannelLogout({ backchannelLogoutUri, backchannelLogoutSessionRequired }: Application) {
  if (!backchannelLogoutUri) return {};
  return {
    backchannel_logout_uri: backchannelLogoutUri,
    backchannel_logout_session_required: backchannelLogoutSessionRequired ?? false,
  };
}
