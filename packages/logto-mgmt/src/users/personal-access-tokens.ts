import { data } from '../answers.ts';
import type { Api } from '../paths.ts';
import type { PersonalAccessToken, PersonalAccessTokenWithValue } from '../types.ts';

const collection = '/api/users/{userId}/personal-access-tokens';

// Logto keeps values in clear and repeats them in every answer.
const withoutValue = ({ value: _, ...token }: PersonalAccessTokenWithValue): PersonalAccessToken => token;

export const createPersonalAccessTokensApi = (api: Api) => ({
  /** `GET /users/{userId}/personal-access-tokens`: all, expired ones included, in no order, without values. */
  list: async (userId: string): Promise<PersonalAccessToken[]> => {
    const tokens = await data(api.GET(collection, { params: { path: { userId } } }));
    return tokens.map(withoutValue);
  },

  /**
   * `POST /users/{userId}/personal-access-tokens`. The name has 1 to 256 characters; `expiresAt` is epoch
   * milliseconds in the future, and null, 0 or absent means never.
   * Errors: 422 `user.personal_access_token_name_exists`, 400 `request.invalid_input` for a time in the past.
   */
  create: (
    userId: string,
    token: { name: string; expiresAt?: number | null },
  ): Promise<PersonalAccessTokenWithValue> =>
    data(api.POST(collection, { params: { path: { userId } }, body: token })),

  /**
   * `PATCH /users/{userId}/personal-access-tokens`; the expiry cannot change.
   * Errors: 404 `entity.not_exists`, 422 when the new name is taken.
   */
  rename: async (
    userId: string,
    { currentName, name }: { currentName: string; name: string },
  ): Promise<PersonalAccessToken> =>
    withoutValue(
      await data(api.PATCH(collection, { params: { path: { userId } }, body: { currentName, name } })),
    ),

  /**
   * `POST /users/{userId}/personal-access-tokens/delete`. Access tokens already exchanged for it stay valid.
   * Errors: 404 `entity.not_found`.
   */
  remove: async (userId: string, name: string): Promise<void> => {
    const params = { path: { userId } };
    await api.POST('/api/users/{userId}/personal-access-tokens/delete', { params, body: { name } });
  },
});
