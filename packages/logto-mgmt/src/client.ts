import { createApi } from './api.ts';
import { createApplicationsApi } from './applications.ts';
import { createConnectorsApi, createSsoConnectorsApi } from './connectors.ts';
import type { FetchLike } from './fetch.ts';
import { createHooksApi } from './hooks.ts';
import { createOrganizationsApi } from './organizations.ts';
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

export type LogtoClient = ReturnType<typeof createTunedClient>;

export const createTunedClient = (options: LogtoClientOptions, tuning: Tuning) => {
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
  const api = createApi(endpoint, tokens, transport);

  return {
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
    userAssets: createUserAssetsApi(api),

    /** Resolves when there is a valid access token with scope `all`; rejects with what stands in the way. */
    ready: async (): Promise<void> => {
      await tokens.get();
    },

    /** Ends the connection pool once the calls under way are done. Later calls reject with `client.closed`. */
    close: (): Promise<void> => transport.close(),
  };
};
