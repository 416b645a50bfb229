import type Router from '@koa/router';
import { z } from 'zod';
import { newUserId } from '../ids.ts';
import { connectorKinds, newConnector } from '../seed-data/connectors.ts';
import type { Connector, State } from '../state.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, jsonObject, param, readBody } from './guard.ts';
import { authorizationUri } from './social.ts';

const ConnectorDraft = z.object({
  connectorId: z.string().min(1).max(128),
  id: z.string().min(1).max(128).exactOptional(),
  config: jsonObject.default({}),
  metadata: z.object({ target: z.string().min(1) }).exactOptional(),
});

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
    '/connectors',
    answer(async (ctx) => {
      const connector = draftConnector(ctx.URL.origin, await readBody(ctx, ConnectorDraft));
      if (connector.type === 'Social') assertAlone(state, connector);
      // Of those that send codes there is one at a time.
      else
        for (const { id, type } of state.connectors.values())
          if (type === connector.type) state.connectors.delete(id);
      state.connectors.set(connector.id, connector);
      return toJson(connector);
    }),
  );

  router.delete(
    '/connectors/:id',
    answer((ctx) => {
      const connector = state.connectors.get(param(ctx, 'id'));
      if (!connector) throw new RequestError('entity.not_exists_with_id', 404);
      state.connectors.delete(connector.id);
      forgetTarget(state, connector);
    }),
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

/** Throws 422 for an unknown kind, and 400 unless just the standard ones (OIDC, OAuth 2) name their target. */
function draftConnector(origin: string, draft: z.infer<typeof ConnectorDraft>): Connector {
  const { connectorId, id = newUserId(), config, metadata } = draft;
  const kind = connectorKinds.find((each) => each.connectorId === connectorId);
  if (!kind) throw new RequestError('connector.not_found_with_connector_id', 422);
  if (kind.type === 'Social' && isStandard(kind) && !metadata)
    throw new RequestError('connector.should_specify_target');
  if (kind.type === 'Social' && !isStandard(kind) && metadata)
    throw new RequestError('connector.cannot_overwrite_metadata_for_non_standard_connector');
  return newConnector(origin, { ...kind, ...metadata, config }, id);
}

function assertAlone(state: State, connector: Connector) {
  const others = [...state.connectors.values()];
  if (!isStandard(connector) && others.some(({ connectorId }) => connectorId === connector.connectorId))
    throw new RequestError('connector.multiple_instances_not_supported', 422);
  if (others.some(({ target }) => target === connector.target))
    throw new RequestError('connector.multiple_target_with_same_platform', 422);
}

/** The sign-in page offers no provider that is gone. */
function forgetTarget({ signInExperience }: State, { target }: Connector) {
  const targets = z.array(z.string()).parse(signInExperience.socialSignInConnectorTargets);
  signInExperience.socialSignInConnectorTargets = targets.filter((each) => each !== target);
}

const isStandard = ({ connectorId }: Pick<Connector, 'connectorId'>) =>
  ['oidc', 'oauth2', 'saml'].includes(connectorId);

/** What may be shown to everybody. */
export const connectorMetadata = ({ target, platform, name, logo, logoDark, connectorId }: Connector) => ({
  target,
  platform,
  name,
  logo,
  logoDark,
  isStandard: isStandard({ connectorId }),
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
