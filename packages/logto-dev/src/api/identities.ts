import type Router from '@koa/router';
import { z } from 'zod';
import type { State, User, UserIdentity } from '../state.ts';
import { toUserJson, touch } from '../users.ts';
import { getConnector } from './connectors.ts';
import { RequestError } from './errors.ts';
import { answer, jsonObject, param, readBody, userOf } from './guard.ts';
import { readSocialUser } from './social.ts';

const Identity = z.object({ userId: z.string(), details: jsonObject.exactOptional() });
const Callback = z.object({ connectorId: z.string(), connectorData: jsonObject });

const path = '/users/:userId/identities';

export function addIdentityRoutes(router: Router, state: State) {
  addLinks(router, state);
  addSingleIdentity(router, state);
  addOverviews(router, state);
}

function addLinks(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const { connectorId, connectorData } = await readBody(ctx, Callback);
      const connector = getConnector(state, connectorId);
      const user = userOf(ctx, state);
      if (connector.type !== 'Social') throw new RequestError('session.invalid_connector_id', 422);
      const details = readSocialUser(connector, connectorData);
      return link(state, user, { target: connector.target, identity: { userId: details.id, details } });
    }),
  );

  router.put(
    `${path}/:target`,
    answer(async (ctx) => {
      const identity = await readBody(ctx, Identity);
      const user = userOf(ctx, state);
      const target = param(ctx, 'target');
      const isNew = !Object.hasOwn(user.identities, target);
      const identities = link(state, user, { target, identity });
      if (isNew) ctx.status = 201;
      return identities;
    }),
  );
}

function addSingleIdentity(router: Router, state: State) {
  router.get(
    `${path}/:target`,
    answer((ctx) => ({ identity: getIdentity(userOf(ctx, state), param(ctx, 'target')) })),
  );

  router.delete(
    `${path}/:target`,
    answer((ctx) => {
      const user = userOf(ctx, state);
      const target = param(ctx, 'target');
      getIdentity(user, target);
      const { [target]: _, ...others } = user.identities;
      user.identities = others;
      touch(user);
      return toUserJson(user);
    }),
  );
}

function addOverviews(router: Router, state: State) {
  router.get(
    '/users/:userId/all-identities',
    answer((ctx) => {
      const { identities, ssoIdentities } = userOf(ctx, state);
      return {
        socialIdentities: Object.entries(identities).map(([target, identity]) => ({ target, identity })),
        ssoIdentities: ssoIdentities.map((ssoIdentity) => ({
          ssoConnectorId: ssoIdentity.ssoConnectorId,
          ssoIdentity,
        })),
      };
    }),
  );

  router.get(
    '/users/:userId/sso-identities/:ssoConnectorId',
    answer((ctx) => {
      const id = param(ctx, 'ssoConnectorId');
      const ssoIdentity = userOf(ctx, state).ssoIdentities.find((item) => item.ssoConnectorId === id);
      if (!ssoIdentity) throw new RequestError('user.enterprise_sso_identity_not_exists', 404);
      return { ssoIdentity };
    }),
  );
}

/** Replaces an identity of the same target without a word, as Logto does. */
function link(state: State, user: User, { target, identity }: { target: string; identity: UserIdentity }) {
  const isTaken = [...state.users.values()].some(
    ({ id, identities }) => id !== user.id && identities[target]?.userId === identity.userId,
  );
  if (isTaken) throw new RequestError('user.identity_already_in_use', 422);
  user.identities = { ...user.identities, [target]: identity };
  touch(user);
  return user.identities;
}

function getIdentity(user: User, target: string) {
  if (!Object.hasOwn(user.identities, target)) throw new RequestError('user.identity_not_exist', 404);
  return user.identities[target];
}
