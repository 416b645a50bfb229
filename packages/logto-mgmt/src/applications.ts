import { data } from './answers.ts';
import type { Api } from './paths.ts';
import type { Application, ApplicationSignInExperience } from './types.ts';

export const createApplicationsApi = (api: Api) => ({
  /** `GET /applications/{id}`, without its secret. Errors: 404 `entity.not_exists_with_id`. */
  get: async (applicationId: string): Promise<Application> => {
    const params = { path: { id: applicationId } };
    const { id, name, description, type, isThirdParty } = await data(
      api.GET('/api/applications/{id}', { params }),
    );
    return { id, name, description, type, isThirdParty };
  },

  /**
   * `GET /applications/{applicationId}/sign-in-experience`: name, logo and terms of a third-party application.
   * Errors: 404 `entity.not_exists_with_id` when none was ever set.
   */
  getSignInExperience: (applicationId: string): Promise<ApplicationSignInExperience> =>
    data(
      api.GET('/api/applications/{applicationId}/sign-in-experience', {
        params: { path: { applicationId } },
      }),
    ),
});
