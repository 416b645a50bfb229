import { z } from 'zod';
import { get } from '../get.ts';
import { CliError } from '../io.ts';

const SiteConfig = z.object({
  endpoint: z.url(),
  resource: z.string(),
  supportAppId: z.string().nullable(),
});

/** An installation, and how one signs in to help people there. */
export type Site = { publicUrl: string; endpoint: string; resource: string; appId: string };

/** What a server says of itself, so that its public address is all that staff have to know. */
export async function readSite(publicUrl: string): Promise<Site> {
  const url = `${publicUrl}/config.json`;
  const reply = await get(url).catch((error: Error) => {
    throw new CliError(`${error.message}.`, { cause: error });
  });
  const { data } = SiteConfig.safeParse(reply.json);
  if (!data) throw new CliError(`${url} is not answered by account settings.`);
  const { supportAppId: appId, endpoint, resource } = data;
  if (appId === null)
    throw new CliError(
      'Staff cannot sign in there: the server has no ACCOUNT_SUPPORT_APP_ID. `account setup` makes one.',
    );
  return { publicUrl, endpoint, resource, appId };
}
