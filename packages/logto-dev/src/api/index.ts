import Router from '@koa/router';
import Koa from 'koa';
import type { Keys } from '../keys.ts';
import type { State } from '../state.ts';
import { addAccountCenterRoutes } from './account-center.ts';
import { addApplicationRoutes } from './applications.ts';
import { authenticate } from './auth.ts';
import { addConnectorRoutes } from './connectors.ts';
import { addCustomDataRoutes } from './custom-data.ts';
import { addCustomProfileFieldRoutes } from './custom-profile-fields.ts';
import { addGrantRoutes } from './grants.ts';
import { addIdentityRoutes } from './identities.ts';
import { addLogRoutes } from './logs.ts';
import { addLogtoConfigRoutes } from './logto-configs.ts';
import { addMfaVerificationRoutes } from './mfa-verifications.ts';
import { addOrganizationRoutes } from './organizations.ts';
import { addPasswordRoutes } from './passwords.ts';
import { addPersonalAccessTokenRoutes } from './personal-access-tokens.ts';
import { addProfileRoutes } from './profile.ts';
import { answerConditionalReads, answerErrors } from './respond.ts';
import { addRoleRoutes } from './roles.ts';
import { addSessionRoutes } from './sessions.ts';
import { addSignInExperienceRoutes } from './sign-in-exp.ts';
import { addSsoConnectorRoutes } from './sso-connectors.ts';
import { addUserAssetRoutes } from './user-assets.ts';
import { addUserRoutes } from './users.ts';
import { addVerificationCodeRoutes } from './verification-codes.ts';
import { addWellKnownRoutes } from './well-known.ts';

const resources: ((router: Router, state: State) => void)[] = [
  addUserRoutes,
  addProfileRoutes,
  addCustomDataRoutes,
  addPasswordRoutes,
  addLogtoConfigRoutes,
  addMfaVerificationRoutes,
  addPersonalAccessTokenRoutes,
  addIdentityRoutes,
  addRoleRoutes,
  addOrganizationRoutes,
  addSessionRoutes,
  addGrantRoutes,
  addVerificationCodeRoutes,
  addConnectorRoutes,
  addSsoConnectorRoutes,
  addSignInExperienceRoutes,
  addAccountCenterRoutes,
  addCustomProfileFieldRoutes,
  addApplicationRoutes,
  addLogRoutes,
  addUserAssetRoutes,
];

/**
 * The Management API as an application without the prefix `/api`, to be mounted there. It reads `state` anew at
 * every request, so a reset in place is enough.
 */
export function createManagementApi({ state, keys }: { state: State; keys: Keys }): Koa {
  const api = new Koa();
  api.use(answerErrors).use(answerConditionalReads);

  const management = new Router().use(authenticate(keys));
  for (const addRoutes of resources) addRoutes(management, state);
  const open = new Router();
  addWellKnownRoutes(open, state);

  for (const router of [management, open]) api.use(router.routes()).use(router.allowedMethods());
  return api;
}
