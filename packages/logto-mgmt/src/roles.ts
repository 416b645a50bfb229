import { data, page, pageQuery } from './answers.ts';
import type { Api } from './paths.ts';
import type { RoleDraft, RoleScope, RoleUpdate } from './provisioning-types.ts';
import type { Page, PageRequest, Role } from './types.ts';

type RoleQuery = PageRequest & { type?: Role['type'] };

/** Roles of people and of machines. An unknown role is 404 `entity.not_exists_with_id`. */
export const createRolesApi = (api: Api) => ({
  /** `GET /roles`, without who has them. */
  list: async ({ type, ...request }: RoleQuery = {}): Promise<Page<Role>> => {
    const query = { ...pageQuery(request), ...(type && { type }) };
    const { items, ...totals } = await page(api.GET('/api/roles', { params: { query } }));
    return { items: items.map(withoutHolders), ...totals };
  },

  /**
   * `POST /roles`. Errors: 422 `role.name_in_use`, 400 `role.management_api_scopes_not_assignable_to_user_role`.
   */
  create: (draft: RoleDraft): Promise<Role> => data(api.POST('/api/roles', { body: draft })),

  /** `PATCH /roles/{id}`. Errors: 422 `role.name_in_use`. */
  update: (roleId: string, update: RoleUpdate): Promise<Role> =>
    data(api.PATCH('/api/roles/{id}', { params: { path: { id: roleId } }, body: update })),

  /** `DELETE /roles/{id}`: whoever has it loses it. */
  remove: async (roleId: string): Promise<void> => {
    await api.DELETE('/api/roles/{id}', { params: { path: { id: roleId } } });
  },

  /**
   * `POST /roles/{id}/users`: gives the role to many people at once, or to nobody when it fails.
   * Errors: 422 `role.user_exists` when one of them has it, 404 when one of them is gone.
   */
  addUsers: async (roleId: string, userIds: string[]): Promise<void> => {
    await api.POST('/api/roles/{id}/users', { params: { path: { id: roleId } }, body: { userIds } });
  },

  scopes: {
    /** `GET /roles/{id}/scopes`: all of them. */
    list: (roleId: string): Promise<RoleScope[]> =>
      data(api.GET('/api/roles/{id}/scopes', { params: { path: { id: roleId } } })),

    /** `POST /roles/{id}/scopes`. Errors: 422 `role.scope_exists` when the role holds one of them. */
    add: async (roleId: string, scopeIds: string[]): Promise<void> => {
      await api.POST('/api/roles/{id}/scopes', { params: { path: { id: roleId } }, body: { scopeIds } });
    },

    /** `DELETE /roles/{id}/scopes/{scopeId}`. Errors: 404 `entity.not_found`. */
    remove: async (roleId: string, scopeId: string): Promise<void> => {
      await api.DELETE('/api/roles/{id}/scopes/{scopeId}', { params: { path: { id: roleId, scopeId } } });
    },
  },
});

const withoutHolders = ({ tenantId, id, name, description, type, isDefault }: Role): Role => ({
  tenantId,
  id,
  name,
  description,
  type,
  isDefault,
});
