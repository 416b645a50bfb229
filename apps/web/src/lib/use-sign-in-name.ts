import { trpc } from './trpc.ts';

/** What the person most likely types to sign in, for password managers. */
export function useSignInName() {
  const { data: person } = trpc.account.overview.useQuery();
  return person?.email ?? person?.username ?? person?.phone ?? '';
}
