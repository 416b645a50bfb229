import type { Body, Json } from './paths.ts';
import type { Application } from './types.ts';

export type RoleDraft = Omit<Body<'post', '/api/roles'>, 'tenantId'>;

export type RoleUpdate = Pick<Body<'patch', '/api/roles/{id}'>, 'name' | 'description' | 'isDefault'>;

/** A permission of an API resource. */
export type Scope = Json<'post', '/api/resources/{resourceId}/scopes'>;

export type ScopeDraft = { name: string; description: string };

/** A permission that a role holds, with the resource that it is for. */
export type RoleScope = Json<'get', '/api/roles/{id}/scopes'>[number];

/** An API resource. `accessTokenTtl` is in seconds. */
export type Resource = Json<'get', '/api/resources/{id}'>;

export type ResourceWithScopes = Resource & { scopes: Scope[] };

export type ResourceDraft = { name: string; indicator: string; accessTokenTtl: number };

/** A webhook; its `signingKey` is a secret. */
export type Hook = Json<'get', '/api/hooks/{id}'>;

export type HookEvent = Hook['events'][number];

export type HookDraft = { name: string; events: HookEvent[]; config: Hook['config']; enabled: boolean };

type ApplicationAnswer = Json<'get', '/api/applications/{id}'>;

/**
 * An application with all that can be set, still without its secrets. `customData` is for whoever manages it.
 * The generated types call the lists of addresses objects.
 */
export type ApplicationSettings = Application & {
  oidcClientMetadata: OidcClientMetadata;
  customClientMetadata: ApplicationAnswer['customClientMetadata'];
  customData: Record<string, unknown>;
};

type OidcMetadataAnswer = ApplicationAnswer['oidcClientMetadata'];

export type OidcClientMetadata = Omit<OidcMetadataAnswer, 'redirectUris' | 'postLogoutRedirectUris'> & {
  redirectUris: string[];
  postLogoutRedirectUris: string[];
};

/** Given objects replace what was there as a whole. */
export type ApplicationUpdate = Partial<Omit<ApplicationSettings, 'id' | 'type' | 'isThirdParty'>>;

export type ApplicationDraft = ApplicationUpdate & Pick<ApplicationSettings, 'name' | 'type'>;

/** `expiresAt` is epoch milliseconds; null never expires. */
export type ApplicationSecret = Pick<
  Json<'get', '/api/applications/{id}/secrets'>[number],
  'name' | 'value' | 'expiresAt'
>;
