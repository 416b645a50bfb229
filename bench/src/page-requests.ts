import type { AppRouter } from '@account/procedures';
import { pages } from '@account/procedures/testing/pages';
import { createTRPCClient, httpBatchLink } from '@trpc/client';

type Client = Parameters<(typeof pages)['overview']>[0];
type Page = (person: Client) => Promise<unknown>[];

/** What the app shows on three pages and Logto's Account Center on one: all ways to sign in, and the second step. */
const security: Page = (person) => [
  person.account.overview.query(),
  person.username.get.query(),
  person.password.get.query(),
  person.mfa.list.query(),
  person.social.list.query(),
];

export const paths = {
  ...(await allPaths(pages)),
  'sign-in, two-step and social at once': await pathOf(security),
};

async function allPaths<Name extends string>(given: Record<Name, Page>): Promise<Record<Name, string>>;
async function allPaths(given: Record<string, Page>) {
  const entries = Object.entries(given).map(async ([name, page]) => [name, await pathOf(page)]);
  return Object.fromEntries(await Promise.all(entries));
}

/** The address that the app's client makes of a page's calls. */
async function pathOf(page: Page): Promise<string> {
  const asked: URL[] = [];
  const link = httpBatchLink({
    url: 'http://localhost/trpc',
    fetch: (url) => {
      asked.push(new URL(String(url)));
      return Promise.reject(new Error('Only the address is wanted'));
    },
  });
  await Promise.allSettled(page(createTRPCClient<AppRouter>({ links: [link] })));
  const [{ pathname, search } = new URL(''), ...others] = asked;
  if (others.length > 0) throw new Error('The calls do not travel together');
  return pathname + search;
}
