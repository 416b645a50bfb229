import type { Api } from '../paths.ts';
import { createAccountApi } from './account.ts';
import { createIdentitiesApi } from './identities.ts';
import { createLogtoConfigsApi } from './logto-configs.ts';
import { createOrganizationsApi, createRolesApi } from './memberships.ts';
import { createMfaVerificationsApi } from './mfa-verifications.ts';
import { createPasswordApi } from './password.ts';
import { createPersonalAccessTokensApi } from './personal-access-tokens.ts';
import { createGrantsApi, createSessionsApi } from './sessions-and-grants.ts';

/** Everything below `/users/{userId}`. An unknown person is 404 `entity.not_found` unless said otherwise. */
export const createUsersApi = (api: Api) => ({
  ...createAccountApi(api),
  password: createPasswordApi(api),
  personalAccessTokens: createPersonalAccessTokensApi(api),
  mfaVerifications: createMfaVerificationsApi(api),
  identities: createIdentitiesApi(api),
  sessions: createSessionsApi(api),
  grants: createGrantsApi(api),
  roles: createRolesApi(api),
  organizations: createOrganizationsApi(api),
  logtoConfigs: createLogtoConfigsApi(api),
});
