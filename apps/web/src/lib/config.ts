import * as z from 'zod/mini';

const address = z.nullable(z.url({ protocol: /^https?$/ }));

/** What the server tells the app about the deployment; nothing of it is secret. */
const RuntimeConfig = z.object({
  /** Logto's address. */
  endpoint: z.url(),
  appId: z.string(),
  /** The indicator of our API resource, for which access tokens are asked. */
  resource: z.string(),
  scopes: z.array(z.string()),
  /** What people call the product; `null` where the operator gave it no name. */
  productName: z.nullable(z.string()),
  /** Sites that may send people here and get them back. */
  redirectOrigins: z.array(z.string()),
  /** Of the tenant, `null` where it has none. The colours are in a style sheet of their own. */
  brand: z.object({
    logoUrl: address,
    darkLogoUrl: address,
    termsUrl: address,
    privacyUrl: address,
    supportUrl: address,
    supportEmail: z.nullable(z.email()),
  }),
});
export type RuntimeConfig = z.infer<typeof RuntimeConfig>;

/** The server, or what stands in front of it, says that it will be back: HTTP 503. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}

export async function loadConfig(): Promise<RuntimeConfig> {
  const response = await fetch('/config.json', { credentials: 'same-origin' });
  if (response.status === 503) throw new UnavailableError('The site is closed for now');
  if (!response.ok) throw new Error(`The configuration answered ${response.status}`);
  return RuntimeConfig.parse(await response.json());
}
