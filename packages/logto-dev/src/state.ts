import type { JsonObject } from './json.ts';
import type {
  Application,
  Connector,
  CustomProfileField,
  Hook,
  Organization,
  OrganizationRole,
  Resource,
  Role,
  SsoConnector,
} from './tenant.ts';

export { isJsonObject, type JsonObject } from './json.ts';
export type * from './tenant.ts';

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
  /** Something that happens just before the request is handled; only a test in the same process can say it. */
  meanwhile?: () => unknown;
};

/** Everything the local Logto knows. One plain object, so that a reset is a copy and a test can look inside. */
export type State = {
  tenantId: 'default';
  users: Map<string, User>;
  applications: Map<string, Application>;
  resources: Map<string, Resource>;
  roles: Map<string, Role>;
  hooks: Map<string, Hook>;
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
  /** Logto reaches nothing on the internet, so it cannot ask which passwords have leaked. */
  isOffline: boolean;
};
