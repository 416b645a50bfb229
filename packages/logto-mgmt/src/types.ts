import type { Body, Json } from './paths.ts';

/**
 * A person. Timestamps are epoch milliseconds. Empty text fields are null. `ssoIdentities` is there only when
 * asked for. Logto's password digest is never part of it.
 */
export type User = Omit<Json<'get', '/api/users/{userId}'>, 'passwordDigest' | 'passwordAlgorithm'>;

/** Fields of {@link User} that can be written. `customData` and `profile` replace what was there. */
export type UserUpdate = Body<'patch', '/api/users/{userId}'>;

/** Standard OIDC claims that have no field of their own; every value is free text. */
export type UserProfile = Json<'patch', '/api/users/{userId}/profile'>;

/** Any JSON object. */
export type CustomData = Record<string, unknown>;

/** `createdAt` and `expiresAt` are epoch milliseconds; `expiresAt: null` never expires. The name is the key. */
export type PersonalAccessToken = Omit<PersonalAccessTokenWithValue, 'value'>;

/** The token at its creation, the only time that this client hands out its value. */
export type PersonalAccessTokenWithValue = Json<'post', '/api/users/{userId}/personal-access-tokens'>;

/**
 * A second factor. `createdAt` and `lastUsedAt` are ISO 8601 strings; `lastUsedAt`, `agent` and `name` exist for
 * `WebAuthn` only, `remainCodes` for `BackupCode` only.
 */
export type MfaVerification = Json<'get', '/api/users/{userId}/mfa-verifications'>[number];

/** `secretQrCode` is a PNG data URL whose issuer is the host name under which this client calls Logto. */
export type TotpVerification = { secret: string; secretQrCode: string };

/** Linked social accounts, keyed by the connector's target (`google`). */
export type Identities = Json<'post', '/api/users/{userId}/identities'>;

/** A linked social account: the id at the provider and what the provider said about the person. */
export type Identity = Identities[string];

type AllIdentitiesAnswer = Json<'get', '/api/users/{userId}/all-identities'>;

/** Social and enterprise identities; the latter cannot be linked or unlinked over the Management API. */
export type AllIdentities = {
  socialIdentities: Omit<AllIdentitiesAnswer['socialIdentities'][number], 'tokenSecret'>[];
  ssoIdentities: Omit<AllIdentitiesAnswer['ssoIdentities'][number], 'tokenSecret'>[];
};

/**
 * A browser's session with Logto. Its id in every other call is `payload.uid`. `expiresAt` is epoch
 * milliseconds; `payload.exp`, `iat` and `loginTs` are epoch seconds. The device is described, if at all, by
 * `lastSubmission.signInContext` (`ip`, `userAgent`, `country`, `city`).
 */
export type Session = Json<'get', '/api/users/{userId}/sessions'>['sessions'][number];

/** An application's right to act for the person. `expiresAt` is epoch milliseconds, `payload.exp` seconds. */
export type Grant = Json<'get', '/api/users/{userId}/grants'>['grants'][number];

/** What `POST /users` takes. A new person also gets the default roles. */
export type UserDraft = Body<'post', '/api/users'>;

/** `isDefault` roles are given to every new person. */
export type Role = Json<'get', '/api/users/{userId}/roles'>[number];

/** An organization that the person belongs to, with the roles held in it. */
export type Organization = Json<'get', '/api/users/{userId}/organizations'>[number];

/** Whether second factors are asked for at sign-in, and which invitations the person declined. */
export type LogtoConfigs = Json<'get', '/api/users/{userId}/logto-configs'>;

/** Only the given keys change. */
export type LogtoConfigsUpdate = Body<'patch', '/api/users/{userId}/logto-configs'>;

/** An email address, or a phone number of digits only with its country code (`15551234567`). */
export type CodeRecipient = { email: string } | { phone: string };

type ConnectorAnswer = Json<'get', '/api/connectors'>[number];

/**
 * A way to reach a provider. `id` is the connector's own id, used in other calls; `connectorId` names its kind
 * (`google-universal`). Its configuration holds the provider's client secret and is never handed out.
 */
export type Connector = Pick<
  ConnectorAnswer,
  'id' | 'connectorId' | 'type' | 'target' | 'platform' | 'name' | 'description' | 'logo' | 'logoDark'
>;

type SsoConnectorAnswer = Json<'get', '/api/sso-connectors'>[number];

/**
 * A company's identity provider. `syncProfile` overwrites name and avatar at every sign-in through it. Its
 * configuration holds the provider's client secret and is never handed out.
 */
export type SsoConnector = Pick<
  SsoConnectorAnswer,
  | 'id'
  | 'providerName'
  | 'connectorName'
  | 'domains'
  | 'branding'
  | 'syncProfile'
  | 'providerLogo'
  | 'providerLogoDark'
>;

type SignInExperienceAnswer = Json<'get', '/api/sign-in-exp'>;
type PasswordPolicyAnswer = SignInExperienceAnswer['passwordPolicy'];

/** Stored in part: what is absent has Logto's default. */
export type PasswordPolicy = { [Key in keyof PasswordPolicyAnswer]?: Partial<PasswordPolicyAnswer[Key]> };

/** How the tenant signs people in, and how it looks. */
export type SignInExperience = Omit<SignInExperienceAnswer, 'passwordPolicy'> & {
  passwordPolicy: PasswordPolicy;
};

/** `code` is `password_rejected.<reason>`; `interpolation` holds limits such as `min`. */
export type PasswordIssue = { code: string; interpolation?: Record<string, unknown> };

/** What the tenant's password policy says. */
export type PasswordCheck = { result: true } | { result: false; issues: PasswordIssue[] };

export type CustomProfileField = Json<'get', '/api/custom-profile-fields'>[number];

/** The right to see or change a field; an absent field is `Off`. */
export type FieldControl = 'Off' | 'ReadOnly' | 'Edit';

type AccountCenterAnswer = Json<'get', '/api/account-center'>;

/** What people may do with their own account. The Management API itself does not heed it. */
export type AccountCenter = Omit<AccountCenterAnswer, 'fields'> & {
  fields: AccountCenterAnswer['fields'] & { trustedDevice?: FieldControl };
};

/** A sign-in or token event, `createdAt` in epoch milliseconds. Changes over the Management API are not logged. */
export type AuditLog = Json<'get', '/api/logs'>[number];

type ApplicationAnswer = Json<'get', '/api/applications/{id}'>;

/** An application, without its secret. */
export type Application = Pick<ApplicationAnswer, 'id' | 'name' | 'description' | 'type' | 'isThirdParty'>;

/** How a third-party application presents itself when it asks for consent. */
export type ApplicationSignInExperience = Json<'get', '/api/applications/{applicationId}/sign-in-experience'>;

/** `status` is `ready` or `not_configured`; `maxUploadFileSize` is in bytes. */
export type UserAssetsStatus = Json<'get', '/api/user-assets/service-status'>;

/** `page` counts from 1; `pageSize` is at most 100, Logto's default is 20. */
export type PageRequest = { page?: number; pageSize?: number };

export type Page<T> = {
  items: T[];
  /** Items on all pages. */
  totalCount: number;
  /** True when Logto stopped counting at `totalCount` and there are more. */
  totalCountIsCapped: boolean;
};
