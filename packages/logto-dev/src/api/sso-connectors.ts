import type Router from '@koa/router';
import type { SsoConnector, State } from '../state.ts';
import { answer } from './guard.ts';
import { readPage } from './pagination.ts';

export function addSsoConnectorRoutes(router: Router, state: State) {
  router.get(
    '/sso-connectors',
    answer((ctx) => {
      const connectors = [...state.ssoConnectors.values()];
      const isUnpaged = !ctx.query.page && !ctx.query.page_size;
      return (isUnpaged ? connectors : readPage(ctx).of(connectors)).map(toJson);
    }),
  );
}

const toJson = ({ providerName, ...connector }: SsoConnector) => ({
  tenantId: 'default',
  ...connector,
  providerName,
  name: providerName,
  providerType: providerName === 'SAML' || providerName === 'AzureAD' ? 'saml' : 'oidc',
  providerLogo: connector.branding.logo ?? '',
  providerLogoDark: connector.branding.darkLogo ?? '',
  enableTokenStorage: false,
  createdAt: Date.UTC(2026, 0, 12, 9),
  // With a secret in it, as in Logto, so that a leak shows.
  config: { clientId: 'dev-sso-client', clientSecret: 'dev-sso-secret' },
});
