import { data, page, pageQuery } from '../answers.ts';
import type { Api } from '../paths.ts';
import type { Organization, Page, PageRequest, Role } from '../types.ts';

export const createRolesApi = (api: Api) => ({
  /** `GET /users/{userId}/roles` */
  list: (userId: string, request: PageRequest = {}): Promise<Page<Role>> => {
    const params = { path: { userId }, query: pageQuery(request) };
    return page(api.GET('/api/users/{userId}/roles', { params }));
  },

  /**
   * `POST /users/{userId}/roles`: those the person has already are left alone.
   * Errors: 422 `user.invalid_role_type` (a machine's role), 404 `entity.not_exists_with_id`.
   */
  add: async (userId: string, roleIds: string[]): Promise<void> => {
    await api.POST('/api/users/{userId}/roles', { params: { path: { userId } }, body: { roleIds } });
  },
});

export const createOrganizationsApi = (api: Api) => ({
  /** `GET /users/{userId}/organizations`: all of them. To leave one: `organizations.removeUser`. */
  list: (userId: string): Promise<Organization[]> =>
    data(api.GET('/api/users/{userId}/organizations', { params: { path: { userId } } })),
});
