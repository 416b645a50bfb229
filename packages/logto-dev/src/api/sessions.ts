import type Router from '@koa/router';
import { z } from 'zod';
import type { OidcRow, State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, param, readQuery } from './guard.ts';
import { activeRows, authorizationsOf, expiresAtMs, revokeGrant } from './rows.ts';

const Revocation = z.object({ revokeGrantsTarget: z.enum(['all', 'firstParty']).optional() });

const path = '/users/:userId/sessions';
const sessionNotFound = () => new RequestError('oidc.session_not_found', 404);

export function addSessionRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => ({
      sessions: activeRows(state, 'Session', param(ctx, 'userId')).map((row) => toJson(state, row)),
    })),
  );

  router.get(
    `${path}/:sessionId`,
    answer((ctx) => {
      const uid = param(ctx, 'sessionId');
      const row = activeRows(state, 'Session', param(ctx, 'userId')).find(
        ({ payload }) => payload.uid === uid,
      );
      if (!row) throw sessionNotFound();
      return toJson(state, row);
    }),
  );

  router.delete(
    `${path}/:sessionId`,
    answer((ctx) => {
      const { revokeGrantsTarget } = readQuery(ctx, Revocation);
      const uid = param(ctx, 'sessionId');
      const row = [...state.oidc.values()].find(
        ({ kind, payload }) => kind === 'Session' && payload.uid === uid,
      );
      if (!row) throw sessionNotFound();
      if (row.payload.accountId !== param(ctx, 'userId'))
        throw new RequestError('oidc.invalid_session_account_id', 404);
      if (revokeGrantsTarget)
        for (const { clientId, grantId } of authorizationsOf(row))
          if (revokeGrantsTarget === 'all' || state.applications.get(clientId)?.isThirdParty === false)
            revokeGrant(state, grantId);
      state.oidc.delete(`Session:${row.id}`);
      state.sessionExtensions.delete(uid);
    }),
  );
}

/** `payload.uid` is the id of a session in the other two calls. */
function toJson(state: State, row: OidcRow) {
  const extension = state.sessionExtensions.get(String(row.payload.uid));
  return {
    payload: row.payload,
    lastSubmission: extension?.lastSubmission ?? null,
    clientId: extension?.clientId ?? null,
    accountId: extension?.accountId ?? null,
    expiresAt: expiresAtMs(row),
  };
}
