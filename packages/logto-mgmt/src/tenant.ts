import { data, page, pageQuery } from './answers.ts';
import { isObject, LogtoError } from './errors.ts';
import type { Api } from './paths.ts';
import type {
  AccountCenter,
  AuditLog,
  CustomProfileField,
  Page,
  PageRequest,
  PasswordCheck,
  PasswordIssue,
  SignInExperience,
  UserAssetsStatus,
} from './types.ts';

export const createSignInExperienceApi = (api: Api) => ({
  /** `GET /sign-in-exp` */
  get: (): Promise<SignInExperience> => data(api.GET('/api/sign-in-exp')),

  /**
   * `POST /sign-in-exp/default/check-password`: what the tenant's policy says about a password. `userId` is
   * needed while the policy rejects personal information, which is its default; without it the answer is 400
   * `request.invalid_input`. Logto asks api.pwnedpasswords.com unless the policy says not to; where it cannot, every
   * password fails with `password.leaks_unreachable`.
   */
  checkPassword: async (body: { password: string; userId?: string }): Promise<PasswordCheck> => {
    try {
      await api.POST('/api/sign-in-exp/default/check-password', { body });
      return { result: true };
    } catch (error) {
      if (!(error instanceof LogtoError) || error.status !== 400) throw error;
      const issues = issuesOf(error.data);
      if (issues) return { result: false, issues };
      throw couldNotAsk(error) ? leaksUnreachable(error) : error;
    }
  },
});

// A refusal is 400 with the bare result, which is not Logto's shape of an error.
const issuesOf = (answer: unknown): PasswordIssue[] | undefined =>
  isObject(answer) && answer.result === false && Array.isArray(answer.issues)
    ? answer.issues.filter(isIssue)
    : undefined;

/** Logto takes the failure of its own request for one of ours; the words are those of Node's `fetch`. */
const couldNotAsk = ({ code, data }: LogtoError) =>
  code === 'request.invalid_input' && isObject(data) && data.message === 'fetch failed';

const leaksUnreachable = ({ status, requestId }: LogtoError) =>
  new LogtoError('Logto could not ask api.pwnedpasswords.com whether the password has leaked', {
    ...{ code: 'password.leaks_unreachable', status, requestId, retryable: true },
  });

const isIssue = (value: unknown): value is PasswordIssue => isObject(value) && typeof value.code === 'string';

export const createCustomProfileFieldsApi = (api: Api) => ({
  /** `GET /custom-profile-fields`: the tenant's catalogue in its order. Logto enforces it on no write here. */
  list: (): Promise<CustomProfileField[]> => data(api.GET('/api/custom-profile-fields')),
});

export const createAccountCenterApi = (api: Api) => ({
  /** `GET /account-center` */
  get: (): Promise<AccountCenter> => data(api.GET('/api/account-center')),
});

export type AuditLogQuery = PageRequest & {
  userId?: string;
  applicationId?: string;
  /** An event such as `Interaction.SignIn.Submit`. */
  logKey?: string;
  /** Epoch milliseconds, inclusive. */
  startTime?: number;
  /** Epoch milliseconds, inclusive. */
  endTime?: number;
};

export const createAuditLogsApi = (api: Api) => ({
  /**
   * `GET /logs`: sign-in and token events, newest first; counted up to Logto's cap.
   * Errors: 400 `log.invalid_time_window`, `guard.invalid_pagination`.
   */
  list: ({
    startTime,
    endTime,
    page: number,
    pageSize,
    ...filter
  }: AuditLogQuery = {}): Promise<Page<AuditLog>> => {
    const query = {
      ...filter,
      ...(startTime !== undefined && { start_time: String(startTime) }),
      ...(endTime !== undefined && { end_time: String(endTime) }),
      // A full count is slow on a large tenant.
      enableCap: 'true',
      ...pageQuery({
        ...(number !== undefined && { page: number }),
        ...(pageSize !== undefined && { pageSize }),
      }),
    };
    return page(api.GET('/api/logs', { params: { query } }));
  },
});

export const createUserAssetsApi = (api: Api) => ({
  /** `GET /user-assets/service-status`: whether uploads are set up. */
  serviceStatus: (): Promise<UserAssetsStatus> => data(api.GET('/api/user-assets/service-status')),
});
