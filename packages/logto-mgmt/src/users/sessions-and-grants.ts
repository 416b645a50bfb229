import { data } from '../answers.ts';
import type { Api } from '../paths.ts';
import type { Grant, Session } from '../types.ts';

/** Browsers that are signed in. */
export const createSessionsApi = (api: Api) => ({
  /** `GET /users/{userId}/sessions`; an empty list for an unknown person. */
  list: async (userId: string): Promise<Session[]> => {
    const params = { path: { userId } };
    return (await data(api.GET('/api/users/{userId}/sessions', { params }))).sessions;
  },

  /**
   * `DELETE /users/{userId}/sessions/{sessionId}`, where the id is the session's `payload.uid`. Without
   * `revokeGrantsTarget` applications keep refreshing their tokens; `all` signs the device out of everything.
   * Access tokens that are JWTs stay valid until they expire. Errors: 404 `oidc.session_not_found`.
   */
  revoke: async (
    userId: string,
    sessionId: string,
    query: { revokeGrantsTarget?: 'all' | 'firstParty' } = {},
  ): Promise<void> => {
    const params = { path: { userId, sessionId }, query };
    await api.DELETE('/api/users/{userId}/sessions/{sessionId}', { params });
  },
});

/** Applications that may act for the person. */
export const createGrantsApi = (api: Api) => ({
  /** `GET /users/{userId}/grants`; an empty list for an unknown person. */
  list: async (userId: string, query: { appType?: 'firstParty' | 'thirdParty' } = {}): Promise<Grant[]> => {
    const params = { path: { userId }, query };
    return (await data(api.GET('/api/users/{userId}/grants', { params }))).grants;
  },

  /** `DELETE /users/{userId}/grants/{grantId}`. Errors: 404 `oidc.invalid_grant`. */
  revoke: async (userId: string, grantId: string): Promise<void> => {
    await api.DELETE('/api/users/{userId}/grants/{grantId}', { params: { path: { userId, grantId } } });
  },
});
