/** Everything the local Logto knows. One plain object, so that a reset is a new object and a test can look inside. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export type UserIdentity = { userId: string; details?: JsonObject };

export type SsoIdentity = {
  tenantId: string;
  id: string;
  userId: string;
  issuer: string;
  identityId: string;
  detail: JsonObject;
  createdAt: number;
  updatedAt: number;
  ssoConnectorId: string;
};

type MfaBase = { id: string; createdAt: string };
export type MfaVerification =
  | (MfaBase & { type: 'Totp'; key: string })
  | (MfaBase & { type: 'WebAuthn'; agent?: string; name?: string; lastUsedAt?: string })
  | (MfaBase & { type: 'BackupCode'; codes: { code: string; usedAt?: string }[] });

export type PersonalAccessToken = {
  name: string;
  value: string;
  createdAt: number;
  expiresAt: number | null;
};

export type LogtoConfig = {
  mfa?: { enabled?: boolean; skipped?: boolean; skipMfaOnSignIn?: boolean };
  passkeySignIn?: { skipped?: boolean };
};

/** Times are epoch milliseconds. */
export type User = {
  id: string;
  username: string | null;
  primaryEmail: string | null;
  primaryPhone: string | null;
  name: string | null;
  avatar: string | null;
  customData: JsonObject;
  identities: Record<string, UserIdentity>;
  profile: JsonObject;
  applicationId: string | null;
  isSuspended: boolean;
  lastSignInAt: number | null;
  createdAt: number;
  updatedAt: number;
  password: { digest: string; algorithm: string } | null;
  isPasswordExpired: boolean;
  logtoConfig: LogtoConfig;
  mfaVerifications: MfaVerification[];
  ssoIdentities: SsoIdentity[];
  personalAccessTokens: PersonalAccessToken[];
  roleIds: string[];
};

export type Application = {
  id: string;
  name: string;
  secret: string | null;
  type: 'SPA' | 'Traditional' | 'MachineToMachine' | 'Native';
  isThirdParty: boolean;
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  allowTokenExchange: boolean;
  backchannelLogoutUri?: string;
  backchannelLogoutSessionRequired?: boolean;
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

export type Resource = {
  id: string;
  name: string;
  indicator: string;
  accessTokenTtlSeconds: number;
  scopes: { id: string; name: string; description: string }[];
};

export type Role = {
  id: string;
  name: string;
  description: string;
  type: 'User' | 'MachineToMachine';
  isDefault: boolean;
  scopeIds: string[];
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

export type Passcode = {
  address: string;
  code: string;
  type: string;
  tries: number;
  consumed: boolean;
  createdAt: number;
};

export type Log = {
  id: string;
  key: string;
  payload: JsonObject & { key: string; result: 'Success' | 'Error' };
  createdAt: number;
};

/** What a mail or SMS would have carried. */
export type Message = {
  address: string;
  channel: 'email' | 'sms';
  code: string;
  type: string;
  createdAt: number;
};

/** One stored row of oidc-provider (Session, Grant, AccessToken, RefreshToken …), keyed `<kind>:<id>`. Times are epoch seconds. */
export type OidcRow = {
  kind: string;
  id: string;
  payload: JsonObject;
  expiresAt: number | null;
  /** Epoch milliseconds of the first use of a code or refresh token. */
  consumedAt?: number;
};

/** The row of `oidc_session_extensions` that belongs to a session: how and where the person signed in. */
export type SessionExtension = {
  accountId: string;
  /** The application whose sign-in made or renewed the session. */
  clientId: string | null;
  lastSubmission: JsonObject;
};

/** Misbehave on purpose, for tests: each rule applies to the next `count` requests whose path starts with `path`. */
export type Fault = {
  path: string;
  method?: string;
  count: number;
  delayMs?: number;
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  /** Close the socket: before any answer, or after half of the body. */
  cut?: 'before' | 'half';
};

export type State = {
  tenantId: 'default';
  users: Map<string, User>;
  applications: Map<string, Application>;
  resources: Map<string, Resource>;
  roles: Map<string, Role>;
  organizations: Map<string, Organization>;
  organizationRoles: Map<string, OrganizationRole>;
  connectors: Map<string, Connector>;
  ssoConnectors: Map<string, SsoConnector>;
  customProfileFields: CustomProfileField[];
  /** The row of `sign_in_experiences`, as `GET /api/sign-in-exp` answers it. */
  signInExperience: JsonObject;
  /** The row of `account_centers`, as `GET /api/account-center` answers it. */
  accountCenter: JsonObject;
  passcodes: Passcode[];
  /** Send times (epoch milliseconds) per canonical recipient, for the cap of 10 in 600 s. */
  sends: Map<string, number[]>;
  logs: Log[];
  inbox: Message[];
  oidc: Map<string, OidcRow>;
  /** By the `uid` of the session (`payload.uid` of the `Session` row). */
  sessionExtensions: Map<string, SessionExtension>;
  faults: Fault[];
};
