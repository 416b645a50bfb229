import type { JsonObject } from './json.ts';

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
