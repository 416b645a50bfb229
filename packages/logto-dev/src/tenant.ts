import type { JsonObject } from './json.ts';

/** One of several secrets of an application. Times are epoch milliseconds; `expiresAt: null` never expires. */
export type ApplicationSecret = {
  name: string;
  value: string;
  createdAt: number;
  expiresAt: number | null;
};

export type OidcClientMetadata = {
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  backchannelLogoutUri?: string;
  backchannelLogoutSessionRequired?: boolean;
  logoUri?: string;
};

export type CustomClientMetadata = {
  corsAllowedOrigins?: string[];
  idTokenTtl?: number;
  refreshTokenTtl?: number;
  refreshTokenTtlInDays?: number;
  tenantId?: string;
  alwaysIssueRefreshToken?: boolean;
  rotateRefreshToken?: boolean;
  allowTokenExchange?: boolean;
  isDeviceFlow?: boolean;
  maxAllowedGrants?: number;
};

export type Application = {
  id: string;
  name: string;
  description: string | null;
  type: 'SPA' | 'Traditional' | 'MachineToMachine' | 'Native';
  secrets: ApplicationSecret[];
  oidcClientMetadata: OidcClientMetadata;
  customClientMetadata: CustomClientMetadata;
  customData: JsonObject;
  isThirdParty: boolean;
  /** `application_sign_in_experiences` of a third-party application. */
  display?: {
    displayName?: string;
    logoUrl?: string;
    darkLogoUrl?: string;
    termsOfUseUrl?: string;
    privacyPolicyUrl?: string;
  };
  roleIds: string[];
  createdAt: number;
};

export type Scope = { id: string; name: string; description: string | null; createdAt: number };

export type Resource = {
  id: string;
  name: string;
  indicator: string;
  isDefault: boolean;
  accessTokenTtlSeconds: number;
  scopes: Scope[];
};

export type Role = {
  id: string;
  name: string;
  description: string;
  type: 'User' | 'MachineToMachine';
  isDefault: boolean;
  scopeIds: string[];
};

export type Hook = {
  id: string;
  name: string;
  /** A single event, as old versions of Logto had it; counts only while `events` is empty. */
  event: string | null;
  events: string[];
  config: { url: string; headers?: Record<string, string>; retries?: number };
  signingKey: string;
  enabled: boolean;
  createdAt: number;
};

export type Organization = {
  id: string;
  name: string;
  description: string | null;
  customData: JsonObject;
  isMfaRequired: boolean;
  createdAt: number;
  /** User id to the ids of the organization roles. */
  members: Map<string, string[]>;
};

export type OrganizationRole = {
  id: string;
  name: string;
  description: string | null;
  type: 'User' | 'MachineToMachine';
  /** Scopes of API resources that it grants. */
  resourceScopeIds?: string[];
};

export type Connector = {
  id: string;
  type: 'Email' | 'Sms' | 'Social';
  /** The factory, for instance `google-universal`. */
  connectorId: string;
  target: string;
  platform: 'Native' | 'Universal' | 'Web' | null;
  name: Record<string, string>;
  description: Record<string, string>;
  logo: string;
  logoDark: string | null;
  /** Holds client secrets, as in Logto. */
  config: JsonObject;
};

export type SsoConnector = {
  id: string;
  providerName: string;
  connectorName: string;
  domains: string[];
  branding: { displayName?: string; logo?: string; darkLogo?: string };
  syncProfile: boolean;
};

export type CustomProfileField = {
  id: string;
  name: string;
  type: 'Text' | 'Number' | 'Date' | 'Checkbox' | 'Select' | 'Url' | 'Regex' | 'Address' | 'Fullname';
  label: string;
  description: string | null;
  required: boolean;
  config: JsonObject;
  sieOrder: number;
  createdAt: number;
};
