import { data } from './answers.ts';
import type { Api } from './paths.ts';
import type { Scope } from './provisioning-types.ts';

export const createOrganizationsApi = (api: Api) => ({
  /** `DELETE /organizations/{id}/users/{userId}`: ends the person's membership. Errors: 404 `entity.not_found`. */
  removeUser: async (organizationId: string, userId: string): Promise<void> => {
    const params = { path: { id: organizationId, userId } };
    await api.DELETE('/api/organizations/{id}/users/{userId}', { params });
  },
});

/** What the roles in an organization allow. */
export const createOrganizationRolesApi = (api: Api) => ({
  /** `GET /organization-roles/{id}/resource-scopes`: scopes of API resources, all of them. */
  listResourceScopes: (roleId: string): Promise<Scope[]> =>
    data(api.GET('/api/organization-roles/{id}/resource-scopes', { params: { path: { id: roleId } } })),
});
