import { data } from './answers.ts';
import type { Api } from './paths.ts';
import type { Hook, HookDraft } from './provisioning-types.ts';

/** Webhooks: signed requests with which Logto tells of changes. Everything here holds the key of the signature. */
export const createHooksApi = (api: Api) => ({
  /** `GET /hooks`: all of them. */
  list: (): Promise<Hook[]> => data(api.GET('/api/hooks')),

  /** `POST /hooks`; Logto makes the signing key. */
  create: (draft: HookDraft): Promise<Hook> => data(api.POST('/api/hooks', { body: draft })),

  /** `PATCH /hooks/{id}`: `events` and `config` are replaced as a whole. Errors: 404 `entity.not_exists`. */
  update: (hookId: string, update: Partial<HookDraft>): Promise<Hook> =>
    data(api.PATCH('/api/hooks/{id}', { params: { path: { id: hookId } }, body: update })),

  /** `DELETE /hooks/{id}`. Errors: 404 `entity.not_found`. */
  remove: async (hookId: string): Promise<void> => {
    await api.DELETE('/api/hooks/{id}', { params: { path: { id: hookId } } });
  },
});
