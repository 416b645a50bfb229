import { data, page, pageQuery } from './answers.ts';
import type { Api, Json } from './paths.ts';
import type {
  ApplicationDraft,
  ApplicationSecret,
  ApplicationSettings,
  ApplicationUpdate,
} from './provisioning-types.ts';
import type { Application, ApplicationSignInExperience, Page, PageRequest, Role } from './types.ts';

/** An unknown application is 404 `entity.not_exists_with_id`. */
export const createApplicationsApi = (api: Api) => ({
  /** `GET /applications/{id}`, without its secret. */
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

  /** `GET /applications`, newest first. */
  list: async (request: Required<PageRequest>): Promise<Page<ApplicationSettings>> => {
    const params = { query: pageQuery(request) };
    const { items, ...totals } = await page(api.GET('/api/applications', { params }));
    return { items: items.map(toSettings), ...totals };
  },

  /** `POST /applications`. Logto makes a secret for those that use one; see `secrets`. */
  create: async (draft: ApplicationDraft): Promise<ApplicationSettings> => {
    const body = { name: draft.name, type: draft.type };
    return toSettings(await data(api.POST('/api/applications', { body, ...serializedAs(draft) })));
  },

  /** `PATCH /applications/{id}`: what is not given stays, the metadata and custom data are replaced as a whole. */
  update: async (applicationId: string, update: ApplicationUpdate): Promise<ApplicationSettings> => {
    const params = { path: { id: applicationId } };
    return toSettings(
      await data(api.PATCH('/api/applications/{id}', { params, body: {}, ...serializedAs(update) })),
    );
  },

  /** `DELETE /applications/{id}`: access tokens that are JWTs stay valid until they expire. */
  remove: async (applicationId: string): Promise<void> => {
    await api.DELETE('/api/applications/{id}', { params: { path: { id: applicationId } } });
  },

  secrets: {
    /** `GET /applications/{id}/secrets`, with their values. */
    list: async (applicationId: string): Promise<ApplicationSecret[]> => {
      const params = { path: { id: applicationId } };
      const secrets = await data(api.GET('/api/applications/{id}/secrets', { params }));
      return secrets.map(({ name, value, expiresAt }) => ({ name, value, expiresAt }));
    },
  },

  /** Of machine-to-machine applications alone: 422 `application.invalid_type`. */
  roles: {
    /** `GET /applications/{applicationId}/roles` */
    list: (applicationId: string, request: PageRequest = {}): Promise<Page<Role>> => {
      const params = { path: { applicationId }, query: pageQuery(request) };
      return page(api.GET('/api/applications/{applicationId}/roles', { params }));
    },

    /** `POST /applications/{applicationId}/roles`: those it has already are left alone. */
    add: async (applicationId: string, roleIds: string[]): Promise<void> => {
      const params = { path: { applicationId } };
      await api.POST('/api/applications/{applicationId}/roles', { params, body: { roleIds } });
    },
  },
});

// The generated types take addresses for objects, so what is sent is not what they see.
const serializedAs = (body: ApplicationUpdate) => ({ bodySerializer: () => JSON.stringify(body) });

const toSettings = (answer: Json<'post', '/api/applications'>): ApplicationSettings => {
  const { id, name, description, type, isThirdParty } = answer;
  const { oidcClientMetadata, customClientMetadata, customData } = answer;
  const { redirectUris, postLogoutRedirectUris, ...more } = oidcClientMetadata;
  return {
    ...{ id, name, description, type, isThirdParty, customClientMetadata, customData },
    oidcClientMetadata: {
      ...more,
      redirectUris: texts(redirectUris),
      postLogoutRedirectUris: texts(postLogoutRedirectUris),
    },
  };
};

const texts = (values: unknown[]) => values.filter((value) => typeof value === 'string');
