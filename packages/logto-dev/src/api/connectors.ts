import type Router from '@koa/router';
import { z } from 'zod';
import type { Connector, State } from '../state.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody } from './guard.ts';
import { authorizationUri } from './social.ts';

const Way = z.object({ state: z.string(), redirectUri: z.string() });

export function addConnectorRoutes(router: Router, state: State) {
  router.get(
    '/connectors',
    answer((ctx) => {
      const { target } = ctx.query;
      const connectors = [...state.connectors.values()];
      return (target ? connectors.filter((connector) => connector.target === target) : connectors).map(
        toJson,
      );
    }),
  );

  router.get(
    '/connectors/:id',
    answer((ctx) => toJson(getConnector(state, param(ctx, 'id')))),
  );

  router.post(
    '/connectors/:id/authorization-uri',
    answer(async (ctx) => {
      const way = await readBody(ctx, Way);
      if (!way.state || !way.redirectUri) throw new RequestError('session.insufficient_info');
      const connector = getConnector(state, param(ctx, 'id'));
      if (connector.type !== 'Social') throw new RequestError('connector.unexpected_type');
      const pretendedPage = new URL('/dev/social/authorize', ctx.URL.origin).href;
      return { redirectTo: authorizationUri(connector, { ...way, pretendedPage }) };
    }),
  );
}

/** Throws 404 `entity.not_found`. */
export function getConnector(state: State, id: string): Connector {
  const connector = state.connectors.get(id);
  if (!connector) throw notFound();
  return connector;
}

/** What may be shown to everybody. */
export const connectorMetadata = ({ target, platform, name, logo, logoDark, connectorId }: Connector) => ({
  target,
  platform,
  name,
  logo,
  logoDark,
  isStandard: ['oidc', 'oauth2', 'saml'].includes(connectorId),
});

const toJson = (connector: Connector) => ({
  type: connector.type,
  ...connectorMetadata(connector),
  id: connector.id,
  connectorId: connector.connectorId,
  description: connector.description,
  readme: '',
  syncProfile: false,
  enableTokenStorage: false,
  metadata: {},
  isDemo: false,
  config: connector.config,
});
