import Router from '@koa/router';
import Koa from 'koa';
import { triggerHooks } from '../hooks.ts';
import type { Keys } from '../keys.ts';
import type { State } from '../state.ts';
import { addAccountCenterRoutes } from './account-center.ts';
import { addApplicationRoleRoutes } from './application-roles.ts';
import { addApplicationSecretRoutes } from './application-secrets.ts';
import { addApplicationRoutes } from './applications.ts';
import { authenticate } from './auth.ts';
import { addConnectorRoutes } from './connectors.ts';
import { addCustomDataRoutes } from './custom-data.ts';
import { addCustomProfileFieldRoutes } from './custom-profile-fields.ts';
import { addGrantRoutes } from './grants.ts';
import { addHookRoutes } from './hooks.ts';
import { addIdentityRoutes } from './identities.ts';
import { addLogRoutes } from './logs.ts';
import { addLogtoConfigRoutes } from './logto-configs.ts';
import { addMfaVerificationRoutes } from './mfa-verifications.ts';
import { addOrganizationRoutes } from './organizations.ts';
import { addPasswordRoutes } from './passwords.ts';
import { addPersonalAccessTokenRoutes } from './personal-access-tokens.ts';
import { addProfileRoutes } from './profile.ts';
import { addResourceScopeRoutes } from './resource-scopes.ts';
import { addResourceRoutes } from './resources.ts';
import { answerConditionalReads, answerErrors } from './respond.ts';
import { addRoleRelationRoutes } from './role-relations.ts';
import { addRoleRoutes } from './roles.ts';
import { addSessionRoutes } from './sessions.ts';
import { addSignInExperienceRoutes } from './sign-in-exp.ts';
import { addSsoConnectorRoutes } from './sso-connectors.ts';
import { addUserAssetRoutes } from './user-assets.ts';
import { addUserRoleRoutes } from './user-roles.ts';
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
  addUserRoleRoutes,
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
  addApplicationSecretRoutes,
  addApplicationRoleRoutes,
  addResourceRoutes,
  addResourceScopeRoutes,
  addRoleRoutes,
  addRoleRelationRoutes,
  addHookRoutes,
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

  const management = new Router().use(authenticate(keys)).use(triggerHooks(state));
  for (const addRoutes of resources) addRoutes(management, state);
  const open = new Router();
  addWellKnownRoutes(open, state);

  for (const router of [management, open]) api.use(router.routes()).use(router.allowedMethods());
  return api;
}
