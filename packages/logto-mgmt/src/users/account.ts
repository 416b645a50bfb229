import { data, page, pageQuery } from '../answers.ts';
import type { Api } from '../paths.ts';
import type { CustomData, Page, PageRequest, User, UserDraft, UserProfile, UserUpdate } from '../types.ts';

type SearchField = 'username' | 'primaryEmail' | 'primaryPhone';

/** People who have `text` in a field, or somewhere in any; `isWhole`: who have nothing else in it. */
export type PeopleQuery = PageRequest & {
  text: string;
  field?: SearchField | 'id' | 'name';
  isWhole?: boolean;
};

export type UserListQuery = PageRequest & { excludeRoleId?: string };

export const createAccountApi = (api: Api) => ({
  /** `GET /users/{userId}` */
  get: (userId: string, { includeSsoIdentities = false } = {}): Promise<User> => {
    const query = includeSsoIdentities ? { includeSsoIdentities: 'true' } : {};
    return data(api.GET('/api/users/{userId}', { params: { path: { userId }, query } }));
  },

  /**
   * `GET /users` with an exact search: who has one of `values` in `field`. Case does not count, so a tenant whose
   * usernames tell it apart may have several; at most 20 are given. An empty value is 400 `request.invalid_input`.
   */
  search: (field: SearchField, values: readonly string[]): Promise<User[]> => {
    const query = new URLSearchParams({ [`mode.${field}`]: 'exact' });
    for (const value of values) query.append(`search.${field}`, value);
    return data(api.GET('/api/users', { querySerializer: () => query.toString() }));
  },

  /** `GET /users`, newest first; `excludeRoleId` leaves out those who have a role. */
  list: ({ excludeRoleId, ...request }: UserListQuery = {}): Promise<Page<User>> => {
    const query = new URLSearchParams();
    if (excludeRoleId !== undefined) query.set('excludeRoleId', excludeRoleId);
    for (const [name, value] of Object.entries(pageQuery(request))) query.set(name, String(value));
    return page(api.GET('/api/users', { querySerializer: () => query.toString() }));
  },

  /**
   * `POST /users`. Errors: 422 `user.username_already_in_use`, `user.email_already_in_use`,
   * `user.phone_already_in_use`.
   */
  create: (draft: UserDraft): Promise<User> => data(api.POST('/api/users', { body: draft })),

  /** `GET /users` with a search, newest first. Case does not count. */
  find: ({ text, field, isWhole = false, ...request }: PeopleQuery): Promise<Page<User>> => {
    const suffix = field ? `.${field}` : '';
    const query = new URLSearchParams({
      [`mode${suffix}`]: isWhole ? 'exact' : 'like',
      [`search${suffix}`]: isWhole ? text : `%${text.replace(/[\\%_]/g, '\\$&')}%`,
    });
    for (const [name, value] of Object.entries(pageQuery(request))) query.set(name, String(value));
    return page(api.GET('/api/users', { querySerializer: () => query.toString() }));
  },

  /**
   * `PATCH /users/{userId}`. `''` and null clear a field; `customData` and `profile` are replaced as a whole.
   * The answer can differ from what was sent: phone numbers are normalised. Logto does not ask whether an
   * address was verified, nor whether a way to sign in remains.
   * Errors: 422 `user.email_already_in_use`, `user.phone_already_in_use`, `user.username_already_in_use`,
   * `user.invalid_phone`, `entity.value_too_long`, `entity.invalid_input` (nothing to change).
   */
  update: (userId: string, update: UserUpdate): Promise<User> =>
    data(api.PATCH('/api/users/{userId}', { params: { path: { userId } }, body: update })),

  /**
   * `PATCH /users/{userId}/profile`: merges the top-level keys, `address` as a unit, and resolves with the
   * whole profile. A key cannot be removed here; `''` stays `''`.
   */
  updateProfile: (userId: string, profile: UserProfile): Promise<UserProfile> =>
    data(api.PATCH('/api/users/{userId}/profile', { params: { path: { userId } }, body: { profile } })),

  /** `GET /users/{userId}/custom-data` */
  getCustomData: (userId: string): Promise<CustomData> =>
    data(api.GET('/api/users/{userId}/custom-data', { params: { path: { userId } } })),

  /** `PATCH /users/{userId}/custom-data`: merges the top-level keys and resolves with the whole object. */
  updateCustomData: (userId: string, customData: CustomData): Promise<CustomData> =>
    data(
      api.PATCH('/api/users/{userId}/custom-data', { params: { path: { userId } }, body: { customData } }),
    ),

  /**
   * `PATCH /users/{userId}/is-suspended`. Suspending ends sessions and refresh tokens; access tokens that are
   * JWTs stay valid until they expire. Lifting it restores nothing.
   */
  setSuspended: (userId: string, isSuspended: boolean): Promise<User> =>
    data(
      api.PATCH('/api/users/{userId}/is-suspended', { params: { path: { userId } }, body: { isSuspended } }),
    ),

  /** `DELETE /users/{userId}`, for good. */
  remove: async (userId: string): Promise<void> => {
    await api.DELETE('/api/users/{userId}', { params: { path: { userId } } });
  },
});
