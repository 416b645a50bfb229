import { createLogtoClient } from '@account/logto-mgmt';
import { createAuthenticate, createTenant, remoteKeys, type Services } from '@account/procedures';
import type { Config } from './config.ts';

/** What the server works with, and how it asks whether these work. */
export type Parts = {
  services: Services;
  /** Which of the things that every request needs can be reached now. */
  readiness: () => Promise<Record<'keys' | 'managementApi', boolean>>;
  close: () => Promise<void>;
};

export function createParts({
  logto: { endpoint, issuer, appId, appSecret, resource },
  account,
}: Config): Parts {
  const logto = createLogtoClient({ endpoint, appId, appSecret, resource });
  const keys = remoteKeys(issuer);
  return {
    services: {
      logto,
      authenticate: createAuthenticate({ issuer, audience: account.resource, keys }),
      tenant: createTenant(logto),
      rules: account.rules,
    },
    readiness: async () => {
      const [keysReady, managementReady] = await Promise.allSettled([
        keys.fresh ? undefined : keys.reload(),
        logto.ready(),
      ]);
      return {
        keys: keysReady.status === 'fulfilled',
        managementApi: managementReady.status === 'fulfilled',
      };
    },
    close: () => logto.close(),
  };
}
