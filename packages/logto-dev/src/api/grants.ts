import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, param, readQuery } from './guard.ts';
import { activeRows, expiresAtMs, forgetGrant, revokeGrant } from './rows.ts';

const GrantFilter = z.object({ appType: z.enum(['firstParty', 'thirdParty']).optional() });

const path = '/users/:userId/grants';

export function addGrantRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const { appType } = readQuery(ctx, GrantFilter);
      const grants = activeRows(state, 'Grant', param(ctx, 'userId')).flatMap((row) => {
        const application = state.applications.get(String(row.payload.clientId));
        if (!application || (appType && application.isThirdParty !== (appType === 'thirdParty'))) return [];
        const { id, name } = application;
        return [{ id: row.id, payload: row.payload, expiresAt: expiresAtMs(row), application: { id, name } }];
      });
      return { grants };
    }),
  );

  router.delete(
    `${path}/:grantId`,
    answer((ctx) => {
      const userId = param(ctx, 'userId');
      const grantId = param(ctx, 'grantId');
      if (state.oidc.get(`Grant:${grantId}`)?.payload.accountId !== userId)
        throw new RequestError('oidc.invalid_grant', 404);
      revokeGrant(state, grantId);
      forgetGrant(state, userId, grantId);
    }),
  );
}
