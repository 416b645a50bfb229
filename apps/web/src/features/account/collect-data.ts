import { type AccountClient, problemOf } from '@account/client';
import type { ActivityItem } from '@account/procedures/schemas';

/** More events than anybody reads; it keeps a loop from running for ever. */
const mostPages = 200;

/**
 * Everything about the person that these pages show, read from the procedures behind them: so it holds nothing that a
 * page does not, above all no secret, and asks for no more proof than the pages do. What is closed to the person is `null`.
 */
export async function collectData(client: AccountClient) {
  const parts = {
    account: () => client.account.overview.query(),
    profile: () => client.profile.get.query(),
    twoStepVerification: () => client.mfa.list.query(),
    linkedAccounts: async () => (await client.social.list.query()).linked,
    companyAccounts: () => client.enterprise.list.query(),
    devices: () => client.sessions.list.query(),
    connectedApps: () => client.apps.list.query(),
    organizations: () => client.organizations.list.query(),
    accessTokens: async () => (await client.tokens.list.query()).tokens,
    activity: () => collectActivity(client),
  };
  const read = Object.entries(parts).map(async ([name, part]) => [name, await part().catch(nullIfClosed)]);
  return { exportedAt: new Date().toISOString(), ...Object.fromEntries(await Promise.all(read)) };
}

async function collectActivity({ activity }: Pick<AccountClient, 'activity'>) {
  const items: ActivityItem[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const next: Awaited<ReturnType<typeof activity.list.query>> = await activity.list.query({
      limit: 50,
      ...(cursor !== null && { cursor }),
    });
    items.push(...next.items);
    cursor = next.nextCursor;
    if (cursor === null) break;
  }
  return items;
}

function nullIfClosed(error: unknown) {
  const code = problemOf(error)?.code;
  if (code === 'NOT_AVAILABLE' || code === 'SCOPE_MISSING') return null;
  throw error;
}
