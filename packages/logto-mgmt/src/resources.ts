import { data } from './answers.ts';
import type { Api } from './paths.ts';
import type { Resource, ResourceDraft, ResourceWithScopes, Scope, ScopeDraft } from './provisioning-types.ts';

/** API resources. The Management API's own cannot be changed: 400 `resource.cannot_modify_management_api`. */
export const createResourcesApi = (api: Api) => ({
  /** `GET /resources`: all of them, with their scopes. */
  list: async (): Promise<ResourceWithScopes[]> => {
    const params = { query: { includeScopes: 'true' } };
    const resources = await data(api.GET('/api/resources', { params }));
    return resources.map(({ scopes = [], ...resource }) => ({ ...resource, scopes }));
  },

  /** `POST /resources`. Errors: 422 `resource.resource_identifier_in_use`. */
  create: async (draft: ResourceDraft): Promise<ResourceWithScopes> => {
    const { scopes = [], ...resource } = await data(api.POST('/api/resources', { body: draft }));
    return { ...resource, scopes };
  },

  /** `PATCH /resources/{id}`; an indicator cannot be changed. Errors: 404 `entity.not_exists_with_id`. */
  update: (resourceId: string, update: Partial<Omit<ResourceDraft, 'indicator'>>): Promise<Resource> =>
    data(api.PATCH('/api/resources/{id}', { params: { path: { id: resourceId } }, body: update })),

  /** `DELETE /resources/{id}` with its scopes, also where roles hold them. Errors: 404 `entity.not_exists_with_id`. */
  remove: async (resourceId: string): Promise<void> => {
    await api.DELETE('/api/resources/{id}', { params: { path: { id: resourceId } } });
  },

  scopes: {
    /** `POST /resources/{resourceId}/scopes`. Errors: 422 `scope.name_exists`, 400 `scope.name_with_space`. */
    create: (resourceId: string, draft: ScopeDraft): Promise<Scope> =>
      data(api.POST('/api/resources/{resourceId}/scopes', { params: { path: { resourceId } }, body: draft })),

    /** `PATCH /resources/{resourceId}/scopes/{scopeId}`. Errors: as `create`, 404 `entity.not_exists`. */
    update: (resourceId: string, scopeId: string, update: Partial<ScopeDraft>): Promise<Scope> => {
      const params = { path: { resourceId, scopeId } };
      return data(api.PATCH('/api/resources/{resourceId}/scopes/{scopeId}', { params, body: update }));
    },

    /** `DELETE /resources/{resourceId}/scopes/{scopeId}`, also where roles hold it. Errors: 404 `entity.not_found`. */
    remove: async (resourceId: string, scopeId: string): Promise<void> => {
      const params = { path: { resourceId, scopeId } };
      await api.DELETE('/api/resources/{resourceId}/scopes/{scopeId}', { params });
    },
  },
});
