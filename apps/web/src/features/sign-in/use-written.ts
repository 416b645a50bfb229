import type { AccountOverview } from '@account/procedures/schemas';
import { trpc } from '../../lib/trpc.ts';
import type { Identifier } from './methods.ts';

/** Shows what the server has just written, wherever it stands. */
export function useWritten() {
  const { account, username } = trpc.useUtils();
  return (written: Partial<Pick<AccountOverview, Identifier | 'phoneText' | 'hasPassword'>>) => {
    account.overview.setData(undefined, (old) => old && { ...old, ...written });
    if (written.username !== undefined) void username.get.invalidate();
    void account.invalidate();
  };
}
