/** @jsxRuntime automatic */
import type { AppRouter } from '@account/procedures';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type CreateTRPCReact, createTRPCQueryUtils, createTRPCReact } from '@trpc/react-query';
import type { ReactNode } from 'react';
import type { AccountClient } from './client.ts';

/** A hook for every procedure: `account.tokens.list.useQuery()`, `account.tokens.remove.useMutation()`. */
export const account: CreateTRPCReact<AppRouter, unknown> = createTRPCReact<AppRouter>();

type Provided = { client: AccountClient; queryClient: QueryClient };

/** Around everything that uses the hooks. */
export function AccountProvider({ client, queryClient, children }: Provided & { children: ReactNode }) {
  return (
    <account.Provider client={client} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </account.Provider>
  );
}

/** The cache outside of React, for loaders: `createAccountUtils({ client, queryClient }).tokens.list.ensureData()`. */
export const createAccountUtils: typeof createTRPCQueryUtils<AppRouter> = createTRPCQueryUtils;
