import type { Api } from './paths.ts';

export const createOrganizationsApi = (api: Api) => ({
  /** `DELETE /organizations/{id}/users/{userId}`: ends the person's membership. Errors: 404 `entity.not_found`. */
  removeUser: async (organizationId: string, userId: string): Promise<void> => {
    const params = { path: { id: organizationId, userId } };
    await api.DELETE('/api/organizations/{id}/users/{userId}', { params });
  },
});
