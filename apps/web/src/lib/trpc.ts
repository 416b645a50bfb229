import type { AppRouter } from '@account/procedures';
import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { type createTRPCClient, httpBatchLink, httpLink, retryLink, splitLink } from '@trpc/client';
import { createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query';
import type { Auth } from './auth.ts';
import { isWorthRetrying, problemOf } from './errors.ts';
import { createFreshSignIn } from './step-up/fresh-sign-in.ts';
import { contextKey, stepUpLink } from './step-up/link.ts';
import { createProofs, type Proofs } from './step-up/proofs.ts';

// At once, not in a timer: the second click of a double click must find that the first one has begun something.
notifyManager.setScheduler(queueMicrotask);

export const trpc = createTRPCReact<AppRouter>();

export type Api = ReturnType<typeof createApi>;

/** The way to the server: one client, one cache, and what a refused sign-in means for all of them. */
export function createApi(auth: Auth) {
  const proofs = createProofs();
  auth.session.subscribe(() => auth.session.get() !== 'active' && proofs.forget());
  const client = trpc.createClient({ links: createLinks(auth, proofs) });
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
  const utils = createTRPCQueryUtils({ queryClient, client });
  const finish = client.stepUp.finish.mutate;
  return { client, queryClient, utils, proofs, freshSignIn: createFreshSignIn({ auth, proofs, finish }) };
}

/** Open to people who cannot sign in: no token goes with them. */
const openCalls: ReadonlySet<string> = new Set([
  'lifecycle.start',
  'lifecycle.finish',
  'lifecycle.finishWithPassword',
]);

type Links = Parameters<typeof createTRPCClient<AppRouter>>[0]['links'];

function createLinks(auth: Auth, proofs: Proofs): Links {
  const url = '/trpc';
  const authorization = async () => ({ authorization: `Bearer ${await auth.accessToken()}` });
  return [
    stepUpLink(proofs),
    retryLink({
      retry({ error, attempts }) {
        if (attempts > 1 || problemOf(error)?.code !== 'SIGN_IN_REQUIRED') return false;
        auth.forgetAccessToken();
        return true;
      },
    }),
    splitLink({
      // A change travels alone: the proof that goes with it is for nothing else.
      condition: ({ type }) => type === 'mutation',
      true: httpLink({
        url,
        headers: async ({ op: { path, context } }) => {
          if (openCalls.has(path)) return {};
          const proof = context[contextKey];
          return { ...(await authorization()), ...(typeof proof === 'string' && { 'x-step-up': proof }) };
        },
      }),
      false: httpBatchLink({
        url,
        // Longer batches would meet the limits of proxies on the length of a URL.
        maxURLLength: 2000,
        headers: authorization,
      }),
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
