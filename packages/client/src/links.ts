import type { AppRouter } from '@account/procedures';
import { type CreateTRPCClientOptions, httpBatchLink, httpLink, retryLink, splitLink } from '@trpc/client';
import { createAfterChange } from './after-change.ts';
import { problemOf } from './problems.ts';
import type { Proofs } from './proofs.ts';
import { contextKey, stepUpLink } from './step-up-link.ts';

export type Connection = {
  /** Where the procedures are mounted: `https://account.example.com/trpc`. */
  url: string;
  /** An access token for the API resource of the procedures. Asked for at every request: cache it. */
  getAccessToken: () => Promise<string> | string;
  /** The server refused the access token: the next one that is asked for must be a new one. The call goes on once. */
  forgetAccessToken?: () => void;
  /** The person comes from another page that changes accounts: what is read first is read anew. */
  changedElsewhere?: boolean;
};

/** Open to people who cannot sign in: no token goes with them. */
export const openCalls: ReadonlySet<string> = new Set([
  'lifecycle.start',
  'lifecycle.finish',
  'lifecycle.finishWithPassword',
]);

/** Longer batches would meet the limits of proxies on the length of a URL. */
const maxUrlLength = 2000;

export type AccountLinks = CreateTRPCClientOptions<AppRouter>['links'];

/**
 * The way of a call to the server, for a tRPC client of your own: batches of queries, changes that travel alone, one
 * more try with a new access token, and with `proofs` one more after the person has confirmed who they are.
 */
export function accountLinks(
  { url, getAccessToken, forgetAccessToken, changedElsewhere }: Connection,
  proofs?: Proofs,
): AccountLinks {
  const afterChange = createAfterChange({ changedElsewhere });
  const authorization = async () => ({ authorization: `Bearer ${await getAccessToken()}` });
  return [
    ...(proofs ? [stepUpLink(proofs)] : []),
    afterChange.link,
    retryLink({
      retry({ error, attempts }) {
        if (!forgetAccessToken || attempts > 1 || problemOf(error)?.code !== 'SIGN_IN_REQUIRED') return false;
        forgetAccessToken();
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
        maxURLLength: maxUrlLength,
        headers: async () => ({ ...(await authorization()), ...afterChange.headers() }),
      }),
    }),
  ];
}
