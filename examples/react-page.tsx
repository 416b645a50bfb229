import { env } from 'node:process';
import { createAccountClient } from '@account/client';
import { AccountProvider, account, createAccountUtils } from '@account/client/react';
import { QueryClient } from '@tanstack/react-query';
import { renderToString } from 'react-dom/server';

/** A part of a page of yours. */
function Greeting() {
  const { data } = account.account.overview.useQuery();
  return <p>Hello, {data?.name ?? 'you'}</p>;
}

const client = createAccountClient({
  url: env.ACCOUNT_URL ?? 'http://localhost:3000/trpc',
  getAccessToken: () => env.ACCESS_TOKEN ?? '',
});
const queryClient = new QueryClient();
// In a loader of your router, or on the server as here: what the page needs is there before it is drawn.
await createAccountUtils({ client, queryClient }).account.overview.ensureData();
const html = renderToString(
  <AccountProvider client={client} queryClient={queryClient}>
    <Greeting />
  </AccountProvider>,
);
process.stdout.write(`${html}\n`);
queryClient.clear();
