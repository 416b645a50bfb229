import { z } from 'zod';
import { jsonObject } from './guard.ts';

const number = z.number().exactOptional();
const flag = z.boolean().exactOptional();

/** http(s), or the scheme of an app on a device; no fragment of JavaScript or data. */
const redirectUri = z
  .string()
  .refine((text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^(javascript|data|vbscript):/i.test(text));

const OidcClientMetadata = z.object({
  redirectUris: z.array(redirectUri),
  postLogoutRedirectUris: z.array(redirectUri),
  backchannelLogoutUri: z.url().exactOptional(),
  backchannelLogoutSessionRequired: flag,
  logoUri: z.string().exactOptional(),
});

const CustomClientMetadata = z.object({
  corsAllowedOrigins: z.array(z.string().min(1)).exactOptional(),
  idTokenTtl: number,
  refreshTokenTtl: number,
  refreshTokenTtlInDays: z.int().min(1).max(180).exactOptional(),
  tenantId: z.string().exactOptional(),
  alwaysIssueRefreshToken: flag,
  rotateRefreshToken: flag,
  allowTokenExchange: flag,
  isDeviceFlow: flag,
  maxAllowedGrants: z.int().positive().exactOptional(),
});

const name = z.string().min(1).max(256);
const description = z.string().nullable().exactOptional();

export const ApplicationDraft = z.object({
  name,
  type: z.enum(['Native', 'SPA', 'Traditional', 'MachineToMachine']),
  description,
  oidcClientMetadata: OidcClientMetadata.exactOptional(),
  customClientMetadata: CustomClientMetadata.exactOptional(),
  customData: jsonObject.exactOptional(),
  isThirdParty: flag,
});

/** What is given replaces what was there, the metadata and custom data as a whole. */
export const ApplicationPatch = z.object({
  name: name.exactOptional(),
  description,
  oidcClientMetadata: OidcClientMetadata.exactOptional(),
  customClientMetadata: CustomClientMetadata.exactOptional(),
  customData: jsonObject.exactOptional(),
});
