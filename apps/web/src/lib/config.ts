import * as z from 'zod/mini';

/** What the server tells the app about the deployment; nothing of it is secret. */
const RuntimeConfig = z.object({
  /** Logto's address. */
  endpoint: z.url(),
  appId: z.string(),
  /** The indicator of our API resource, for which access tokens are asked. */
  resource: z.string(),
  scopes: z.array(z.string()),
});
export type RuntimeConfig = z.infer<typeof RuntimeConfig>;

export async function loadConfig(): Promise<RuntimeConfig> {
  const response = await fetch('/config.json', { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The configuration answered ${response.status}`);
  return RuntimeConfig.parse(await response.json());
}
