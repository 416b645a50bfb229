import { data } from '../answers.ts';
import type { Api } from '../paths.ts';
import type { LogtoConfigs, LogtoConfigsUpdate } from '../types.ts';

export const createLogtoConfigsApi = (api: Api) => ({
  /** `GET /users/{userId}/logto-configs` */
  get: (userId: string): Promise<LogtoConfigs> =>
    data(api.GET('/api/users/{userId}/logto-configs', { params: { path: { userId } } })),

  /** `PATCH /users/{userId}/logto-configs`: changes only the given keys. */
  update: (userId: string, update: LogtoConfigsUpdate): Promise<LogtoConfigs> =>
    data(api.PATCH('/api/users/{userId}/logto-configs', { params: { path: { userId } }, body: update })),
});
