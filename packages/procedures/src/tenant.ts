import {
  type AccountCenter,
  type Connector,
  type CustomProfileField,
  type LogtoApi,
  LogtoError,
  type SignInExperience,
  type SsoConnector,
} from '@account/logto-mgmt';
import { LRUCache } from 'lru-cache';

/** Settings of the whole tenant; the same for every person, so they are shared and kept for a short while. */
export type Tenant = {
  accountCenter: () => Promise<AccountCenter>;
  connectors: () => Promise<Connector[]>;
  customProfileFields: () => Promise<CustomProfileField[]>;
  signInExperience: () => Promise<SignInExperience>;
  ssoConnectors: () => Promise<SsoConnector[]>;
  /** How an application presents itself; `undefined` for one that Logto has no record of. */
  application: (id: string) => Promise<ApplicationFacts | undefined>;
  /** Ids of connectors that Logto refused to link because they need a session; kept until the server restarts. */
  sessionBoundConnectors: Set<string>;
};

export type ApplicationFacts = {
  name: string;
  isThirdParty: boolean;
  logo: string | null;
  logoDark: string | null;
  termsOfUseUrl: string | null;
  privacyPolicyUrl: string | null;
};

/** After a change in Logto's console it takes this long at most until people meet it. */
const ttlMs = 30_000;

export function createTenant({
  accountCenter,
  connectors,
  customProfileFields,
  signInExperience,
  ssoConnectors,
  applications,
}: LogtoApi): Tenant {
  return {
    accountCenter: cached(() => accountCenter.get()),
    connectors: cached(() => connectors.list()),
    customProfileFields: cached(() => customProfileFields.list()),
    signInExperience: cached(() => signInExperience.get()),
    ssoConnectors: cached(() => ssoConnectors.list()),
    application: cachedApplications(applications),
    sessionBoundConnectors: new Set(),
  };
}

/** Keeps one value; callers that come while it is being fetched share that fetch, and failures are not kept. */
function cached<T extends object>(fetch: () => Promise<T>): () => Promise<T> {
  const cache = new LRUCache<'value', T>({ max: 1, ttl: ttlMs, fetchMethod: fetch });
  return () => cache.forceFetch('value');
}

/** What may be an id of Logto's; clients that introduce themselves by an address have no record there. */
const applicationId = /^[\w-]{1,64}$/;

/** As `cached`, one value an application. `GET /api/applications/{id}` and `…/{id}/sign-in-experience`. */
function cachedApplications(applications: LogtoApi['applications']): Tenant['application'] {
  const cache = new LRUCache<string, { found: ApplicationFacts | undefined }>({
    max: 500,
    ttl: ttlMs,
    fetchMethod: async (id) => ({ found: await fetchApplication(applications, id) }),
  });
  return async (id) => (applicationId.test(id) ? (await cache.forceFetch(id)).found : undefined);
}

async function fetchApplication(
  applications: LogtoApi['applications'],
  id: string,
): Promise<ApplicationFacts | undefined> {
  const [application, display] = await Promise.all([
    applications.get(id).catch(nothingWhenUnknown),
    applications.getSignInExperience(id).catch(nothingWhenUnknown),
  ]);
  return (
    application && {
      name: display?.displayName || application.name,
      isThirdParty: application.isThirdParty,
      logo: display?.branding.logoUrl ?? null,
      logoDark: display?.branding.darkLogoUrl ?? null,
      termsOfUseUrl: display?.termsOfUseUrl ?? null,
      privacyPolicyUrl: display?.privacyPolicyUrl ?? null,
    }
  );
}

function nothingWhenUnknown(error: unknown): undefined {
  if (!(error instanceof LogtoError) || error.status !== 404) throw error;
}
