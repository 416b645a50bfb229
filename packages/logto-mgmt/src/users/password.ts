import { data } from '../answers.ts';
import { LogtoError } from '../errors.ts';
import type { Api } from '../paths.ts';
import type { User } from '../types.ts';

export const createPasswordApi = (api: Api) => ({
  /** `GET /users/{userId}/has-password` */
  exists: async (userId: string): Promise<boolean> => {
    const answer = await data(api.GET('/api/users/{userId}/has-password', { params: { path: { userId } } }));
    return answer.hasPassword;
  },

  /**
   * `POST /users/{userId}/password/verify`: false when the password is wrong or the person has none. Logto
   * neither counts nor limits the tries; the caller must.
   */
  verify: async (userId: string, password: string): Promise<boolean> => {
    const params = { path: { userId } };
    try {
      await api.POST('/api/users/{userId}/password/verify', { params, body: { password } });
      return true;
    } catch (error) {
      if (error instanceof LogtoError && error.code === 'session.invalid_credentials') return false;
      throw error;
    }
  },

  /**
   * `PATCH /users/{userId}/password`. Logto asks for no old password, checks no policy (see
   * `signInExperience.checkPassword`) and ends no sessions.
   */
  set: (userId: string, password: string): Promise<User> =>
    data(api.PATCH('/api/users/{userId}/password', { params: { path: { userId } }, body: { password } })),
});
