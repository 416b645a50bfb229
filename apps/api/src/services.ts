import { createLogtoClient } from '@account/logto-mgmt';
import {
  createAuthenticate,
  createLimits,
  createReadIdToken,
  createTenant,
  openStore,
  remoteKeys,
  type Services,
} from '@account/procedures';
import type { Config } from './config.ts';

/** What the server works with, and how it asks whether these work. */
export type Parts = {
  services: Services;
  /** Which of the things that every request needs can be reached now. */
  readiness: () => Promise<Record<'keys' | 'managementApi' | 'store', boolean>>;
  close: () => Promise<void>;
};

/** Throws when the database cannot be opened. */
export async function createParts({ logto: tenant, account, store: storeOptions }: Config): Promise<Parts> {
  const { endpoint, issuer, appId, appSecret, resource } = tenant;
  const store = await openStore(storeOptions);
  const logto = createLogtoClient({ endpoint, appId, appSecret, resource });
  const keys = remoteKeys(issuer);
  const services = {
    logto,
    authenticate: createAuthenticate({ issuer, audience: account.resource, keys }),
    readIdToken: createReadIdToken({ issuer, clientId: account.spaAppId, keys }),
    tenant: createTenant(logto),
    store,
    limits: createLimits(store),
    rules: account.rules,
  };
  return {
    services,
    readiness: async () => ({
      keys: await works(async () => keys.fresh || keys.reload()),
      managementApi: await works(() => logto.ready()),
      store: await works(() => store.query('select 1', [])),
    }),
    close: async () => {
      await logto.close();
      await store.close();
    },
  };
}

function works(check: () => Promise<unknown>) {
  return check().then(
    () => true,
    () => false,
  );
}
