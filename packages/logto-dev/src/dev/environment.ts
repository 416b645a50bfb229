import { accountApiIndicator, devSecrets } from '../seed-data/tenant.ts';

/** The variables that point the account server at the demo tenant of a running local Logto. */
export function accountEnvironment(endpoint: string) {
  return {
    LOGTO_ENDPOINT: endpoint,
    LOGTO_M2M_APP_ID: 'account-api',
    LOGTO_M2M_APP_SECRET: devSecrets.accountApi,
    ACCOUNT_RESOURCE: accountApiIndicator,
    ACCOUNT_SPA_APP_ID: 'account-web',
    ACCOUNT_SUPPORT_APP_ID: 'account-support',
  };
}
