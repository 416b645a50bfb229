import { data } from '../answers.ts';
import type { Api } from '../paths.ts';
import type { AllIdentities, Identities, Identity } from '../types.ts';

const withoutTokenSecret = <T extends { tokenSecret?: unknown }>({ tokenSecret: _, ...identity }: T) =>
  identity;

/** Linked social accounts, one a target. */
export const createIdentitiesApi = (api: Api) => ({
  /** `GET /users/{userId}/all-identities`: social and enterprise identities, without provider tokens. */
  listAll: async (userId: string): Promise<AllIdentities> => {
    const params = { path: { userId } };
    const answer = await data(api.GET('/api/users/{userId}/all-identities', { params }));
    return {
      socialIdentities: answer.socialIdentities.map(withoutTokenSecret),
      ssoIdentities: answer.ssoIdentities.map(withoutTokenSecret),
    };
  },

  /**
   * `POST /users/{userId}/identities`: ends what `connectors.authorizationUri` began. `connectorData` is the
   * query of the provider's callback plus the `redirectUri` used there. Overwrites an identity of the same
   * target without a word. Errors: 422 `user.identity_already_in_use`, `session.invalid_connector_id`, and
   * `connector.*` with status 400, 401 or 501 when the provider refuses.
   */
  link: (
    userId: string,
    link: { connectorId: string; connectorData: Record<string, unknown> },
  ): Promise<Identities> =>
    data(api.POST('/api/users/{userId}/identities', { params: { path: { userId } }, body: link })),

  /**
   * `PUT /users/{userId}/identities/{target}`: writes an identity without proof that the person owns it.
   * Errors: 422 `user.identity_already_in_use`.
   */
  replace: (userId: string, target: string, identity: Identity): Promise<Identities> =>
    data(
      api.PUT('/api/users/{userId}/identities/{target}', {
        params: { path: { userId, target } },
        body: identity,
      }),
    ),

  /**
   * `DELETE /users/{userId}/identities/{target}`, even if it is the last way to sign in.
   * Errors: 404 `user.identity_not_exist`.
   */
  unlink: async (userId: string, target: string): Promise<void> => {
    await api.DELETE('/api/users/{userId}/identities/{target}', { params: { path: { userId, target } } });
  },
});
