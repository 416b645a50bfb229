import { data } from './answers.ts';
import type { Api } from './paths.ts';
import type { Connector, SsoConnector } from './types.ts';

export const createConnectorsApi = (api: Api) => ({
  /** `GET /connectors`, without their configuration, which holds provider secrets. */
  list: async (query: { target?: string } = {}): Promise<Connector[]> => {
    const connectors = await data(api.GET('/api/connectors', { params: { query } }));
    return connectors.map(
      ({ id, connectorId, type, target, platform, name, description, logo, logoDark }) => ({
        id,
        connectorId,
        type,
        target,
        platform,
        name,
        description,
        logo,
        logoDark,
      }),
    );
  },

  /**
   * `POST /connectors/{connectorId}/authorization-uri`: where to send the person to prove a social account.
   * `connectorId` is the connector's `id`. Logto neither keeps nor checks `state`.
   * Errors: 501 `connector.not_implemented` for connectors that need a session (Apple, OIDC, …), 400
   * `connector.unexpected_type`, 404 `entity.not_found`.
   */
  authorizationUri: async (
    connectorId: string,
    request: { state: string; redirectUri: string },
  ): Promise<string> => {
    const params = { path: { connectorId } };
    const path = '/api/connectors/{connectorId}/authorization-uri';
    return (await data(api.POST(path, { params, body: request }))).redirectTo;
  },
});

export const createSsoConnectorsApi = (api: Api) => ({
  /**
   * `GET /sso-connectors`, without their configuration, which holds provider secrets. Logto asks every provider for
   * its metadata on the way, so this can take a while: keep the answer.
   */
  list: async (): Promise<SsoConnector[]> => {
    const connectors = await data(api.GET('/api/sso-connectors'));
    return connectors.map(
      ({
        id,
        providerName,
        connectorName,
        domains,
        branding,
        syncProfile,
        providerLogo,
        providerLogoDark,
      }) => ({
        id,
        providerName,
        connectorName,
        domains,
        branding,
        syncProfile,
        providerLogo,
        providerLogoDark,
      }),
    );
  },
});
