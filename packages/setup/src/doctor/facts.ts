import { randomUUID } from 'node:crypto';
import type { Config } from '@account/config';
import {
  type AccountCenter,
  type ApplicationSettings,
  type Connector,
  type Hook,
  type LogtoClient,
  LogtoError,
  type ResourceWithScopes,
  type SignInExperience,
} from '@account/logto-mgmt';
import { everyPage, type HeldRole } from '../setup/installation.ts';

/** The tenant, as far as the checks look at it. */
export type Facts = {
  config: Config;
  resource: ResourceWithScopes | undefined;
  web: ApplicationSettings | undefined;
  /** The one by which staff sign in at a terminal. */
  support: ApplicationSettings | undefined;
  /** The roles that every new person gets. */
  defaultRoles: HeldRole[];
  hooks: Hook[];
  connectors: Connector[];
  experience: SignInExperience;
  accountCenter: AccountCenter;
  /** False where Logto is to refuse passwords that have leaked, and cannot ask which have. */
  canCheckPasswords: boolean;
};

export async function readFacts(logto: LogtoClient, config: Config): Promise<Facts> {
  const [resources, applications, userRoles, hooks, connectors, experience, accountCenter] =
    await Promise.all([
      logto.resources.list(),
      everyPage((request) => logto.applications.list(request)),
      everyPage((request) => logto.roles.list({ ...request, type: 'User' })),
      logto.hooks.list(),
      logto.connectors.list(),
      logto.signInExperience.get(),
      logto.accountCenter.get(),
    ]);
  const byDefault = userRoles.filter(({ isDefault }) => isDefault);
  const defaultRoles = await Promise.all(
    byDefault.map(async (role) => ({ ...role, scopes: await logto.roles.scopes.list(role.id) })),
  );
  return {
    resource: resources.find(({ indicator }) => indicator === config.account.resource),
    web: applications.find(({ id }) => id === config.account.spaAppId),
    support: applications.find(({ id }) => id === config.account.supportAppId),
    ...{ config, defaultRoles, hooks, connectors, experience, accountCenter },
    canCheckPasswords: await checksPasswords(logto),
  };
}

/** Without a person Logto looks at the leaks first and goes no further. */
const checksPasswords = (logto: LogtoClient) =>
  logto.signInExperience.checkPassword({ password: randomUUID() }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof LogtoError && error.status === 400)
        return error.code !== 'password.leaks_unreachable';
      throw error;
    },
  );
