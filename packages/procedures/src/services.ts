import { createLogtoClient, type LogtoClientOptions } from '@account/logto-mgmt';
import { createPeople, type PeopleOptions } from './people.ts';
import { createAuthenticate, remoteKeys } from './policy/authenticate.ts';
import { createReadIdToken } from './policy/id-token.ts';
import { createLimits } from './policy/limits.ts';
import { createReadLogoutToken } from './policy/logout-token.ts';
import { defaultRules, type Rules } from './rules.ts';
import { openStore, type StoreOptions } from './store/open.ts';
import { createTenant } from './tenant.ts';
import type { ProcedureCall, Services } from './trpc/context.ts';

export type ServicesOptions = {
  /** The tenant, and the machine-to-machine application that works on it. */
  logto: LogtoClientOptions;
  /** The indicator of our API resource: the audience of the tokens that are accepted. */
  resource: string;
  /** The application that people sign in to, or several; a fresh sign-in is proven by an ID token made for one of them. */
  clientId: string | string[];
  /** Without one, an embedded database that is gone at the end. */
  store?: StoreOptions;
  /** What differs from `defaultRules`. */
  rules?: Partial<Rules>;
  /** What is shown of people, and for how long after it was read. */
  recent?: PeopleOptions;
  /** Told of every call of a procedure when it is over. */
  onCall?: (event: ProcedureCall) => void;
};

/** What the procedures work with, and how to ask whether these work. */
export type OpenServices = {
  services: Services;
  /** Which of the things that every request needs can be reached now. */
  readiness: () => Promise<Record<'keys' | 'managementApi' | 'store', boolean>>;
  /** Lets go of connections; nothing else is to be called after it. */
  close: () => Promise<void>;
};

/** Makes what the procedures work with, once per process. Throws when the database cannot be opened. */
export async function createServices(options: ServicesOptions): Promise<OpenServices> {
  const store = await openStore(options.store ?? {});
  const logto = createLogtoClient(options.logto);
  const logtoEndpoint = options.logto.endpoint.replace(/\/+$/, '');
  const issuer = `${logtoEndpoint}/oidc`;
  const keys = remoteKeys(issuer);
  const people = await createPeople(logto, store, options.recent);
  const services = {
    logto: people.current,
    logtoEndpoint,
    people,
    authenticate: createAuthenticate({ issuer, audience: options.resource, keys }),
    readIdToken: createReadIdToken({ issuer, clientId: options.clientId, keys }),
    readLogoutToken: createReadLogoutToken({ issuer, clientId: options.clientId, keys }),
    tenant: createTenant(people.current),
    store,
    limits: createLimits(store),
    rules: { ...defaultRules, ...options.rules },
    onCall: options.onCall,
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
