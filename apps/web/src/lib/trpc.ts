import type { AppRouter } from '@account/procedures';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { type createTRPCClient, httpBatchLink, retryLink } from '@trpc/client';
import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query';
import type { Auth } from './auth.ts';
import { isWorthRetrying, problemOf } from './errors.ts';

export const trpc = createTRPCReact<AppRouter>();

export type Api = ReturnType<typeof createApi>;

/** The way to the server: one client, one cache, and what a refused sign-in means for all of them. */
export function createApi(auth: Auth) {
  const client = trpc.createClient({ links: createLinks(auth) });
  const watch = { onError: (error: unknown) => void onRefusal(auth, error) };
  const queryClient = new QueryClient({
    queryCache: new QueryCache(watch),
    mutationCache: new MutationCache(watch),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A call without a network fails at once and says so, instead of waiting in silence.
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
      },
      mutations: { networkMode: 'always' },
    },
  });
  return { client, queryClient, utils: createTRPCQueryUtils({ queryClient, client }) };
}

function createLinks(auth: Auth): Parameters<typeof createTRPCClient<AppRouter>>[0]['links'] {
  return [
    retryLink({
      retry({ error, attempts }) {
        if (attempts > 1 || problemOf(error)?.code !== 'SIGN_IN_REQUIRED') return false;
        auth.forgetAccessToken();
        return true;
      },
    }),
    httpBatchLink({
      url: '/trpc',
      // Longer batches would meet the limits of proxies on the length of a URL.
      maxURLLength: 2000,
      headers: async () => ({ authorization: `Bearer ${await auth.accessToken()}` }),
    }),
  ];
}

async function onRefusal(auth: Auth, error: unknown) {
  switch (problemOf(error)?.code) {
    case 'SIGN_IN_REQUIRED':
      return auth.end();
    case 'ACCOUNT_SUSPENDED':
      return auth.close('suspended');
    case 'ACCOUNT_NOT_FOUND':
      return auth.close('gone');
  }
}
