import { accountLinks, createProofs, problemOf } from '@account/client';
import { createAccountUtils, account as trpc } from '@account/client/react';
import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import type { Auth } from './auth.ts';
import { takeReturn } from './elsewhere.ts';
import { isWorthRetrying } from './errors.ts';
import { createFreshSignIn } from './step-up/fresh-sign-in.ts';
import { createQuestions } from './step-up/questions.ts';
import { createChanges } from './tabs.ts';

// At once, not in a timer: the second click of a double click must find that the first one has begun something.
notifyManager.setScheduler(queueMicrotask);

export { trpc };

export type Api = ReturnType<typeof createApi>;

/** The way to the server: one client, one cache, and what a refused sign-in means for all of them. */
export function createApi(auth: Auth) {
  const questions = createQuestions();
  const proofs = createProofs(questions.ask);
  auth.session.subscribe(() => {
    if (auth.session.get() === 'active') return;
    proofs.forget();
    questions.open.get()?.cancel();
  });
  const changes = createChanges();
  const client = trpc.createClient({ links: [changes.link, ...accountLinks(connectionOf(auth), proofs)] });
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
  changes.follow(queryClient);
  const utils = createAccountUtils({ client, queryClient });
  const finish = client.stepUp.finish.mutate;
  const freshSignIn = createFreshSignIn({ auth, proofs, finish });
  return { client, queryClient, utils, proofs, questions, freshSignIn };
}

const connectionOf = ({ accessToken, forgetAccessToken }: Auth) => ({
  url: '/trpc',
  getAccessToken: accessToken,
  forgetAccessToken,
  changedElsewhere: takeReturn(),
});

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
