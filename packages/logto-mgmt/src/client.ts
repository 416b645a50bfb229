import { type Around, createApi, type Route } from './api.ts';
import { createApplicationsApi } from './applications.ts';
import { createConnectorsApi, createSsoConnectorsApi } from './connectors.ts';
import type { FetchLike } from './fetch.ts';
import { createHooksApi } from './hooks.ts';
import { createOrganizationRolesApi, createOrganizationsApi } from './organizations.ts';
import type { Api } from './paths.ts';
import { defaultTuning, type Tuning } from './policies.ts';
import { createResourcesApi } from './resources.ts';
import { createRolesApi } from './roles.ts';
import {
  createAccountCenterApi,
  createAuditLogsApi,
  createCustomProfileFieldsApi,
  createSignInExperienceApi,
  createUserAssetsApi,
} from './tenant.ts';
import { createTokenSource } from './token.ts';
import { type CallEvent, createTransport } from './transport.ts';
import { createUsersApi } from './users/users.ts';
import { createVerificationCodesApi } from './verification-codes.ts';

export type LogtoClientOptions = {
  /** Where Logto is, without `/api` or `/oidc`: `https://auth.example.com`. */
  endpoint: string;
  /** A machine-to-machine application with a role that contains the Management API permission `all`. */
  appId: string;
  appSecret: string;
  /**
   * The Management API's resource indicator: `https://default.logto.app/api` on every self-hosted Logto,
   * whatever its domain (the default); `https://<tenant id>.logto.app/api` on Logto Cloud.
   */
  resource?: string;
  /** Replaces the built-in fetch and its connection pool; must honour `signal`. */
  fetch?: FetchLike;
  /** The longest a call may take, repeats included; 10 000 by default. */
  timeoutMs?: number;
  /** Told of every attempt to reach Logto. What it throws is ignored. */
  onCall?: (event: CallEvent) => unknown;
};

/**
 * A client for the Logto Management API. It keeps one access token and one connection pool: make one and share
 * it. Every method rejects with a {@link LogtoError} when the call fails, and with a TypeError when an id cannot
 * stand in a path.
 */
export const createLogtoClient = (options: LogtoClientOptions) => createTunedClient(options, defaultTuning);

/** Every endpoint, without what belongs to the connection behind them. */
export type LogtoApi = ReturnType<typeof createEndpoints>;

export type LogtoClient = LogtoApi & {
  /** The same endpoints on the same token and pool, with something around every call: a cache, a span, a guard. */
  through: (around: Around) => LogtoApi;
  /** Resolves when there is a valid access token with scope `all`; rejects with what stands in the way. */
  ready: () => Promise<void>;
  /** Ends the connection pool once the calls under way are done. Later calls reject with `client.closed`. */
  close: () => Promise<void>;
};

export const createTunedClient = (options: LogtoClientOptions, tuning: Tuning): LogtoClient => {
  const {
    appId,
    appSecret,
    resource = 'https://default.logto.app/api',
    fetch,
    timeoutMs = 10_000,
    onCall,
  } = options;
  const endpoint = new URL(options.endpoint).href.replace(/\/+$/, '');
  const transport = createTransport({ fetch, timeoutMs, onCall, tuning });
  const tokens = createTokenSource({ endpoint, appId, appSecret, resource }, transport, tuning.now);
  const route: Route = { endpoint, tokens, transport };

  return {
    ...createEndpoints(createApi(route)),
    through: (around) => createEndpoints(createApi(route, around)),
    ready: async () => {
      await tokens.get();
    },
    close: () => transport.close(),
  };
};

const createEndpoints = (api: Api) => ({
  users: createUsersApi(api),
  verificationCodes: createVerificationCodesApi(api),
  connectors: createConnectorsApi(api),
  ssoConnectors: createSsoConnectorsApi(api),
  signInExperience: createSignInExperienceApi(api),
  customProfileFields: createCustomProfileFieldsApi(api),
  accountCenter: createAccountCenterApi(api),
  auditLogs: createAuditLogsApi(api),
  applications: createApplicationsApi(api),
  resources: createResourcesApi(api),
  roles: createRolesApi(api),
  hooks: createHooksApi(api),
  organizations: createOrganizationsApi(api),
  organizationRoles: createOrganizationRolesApi(api),
  userAssets: createUserAssetsApi(api),
});
