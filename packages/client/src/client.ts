import type { AppRouter } from '@account/procedures';
import type { StepUpProof, StepUpPurpose } from '@account/procedures/schemas';
import { createTRPCClient, type TRPCClient } from '@trpc/client';
import { accountLinks, type Connection } from './links.ts';
import { CancelledError } from './problems.ts';
import { createProofs } from './proofs.ts';

export type AccountClient = TRPCClient<AppRouter>;

export type StepUpQuestion = {
  /** What the proof is for: a change, or the deletion of the account. */
  purpose: StepUpPurpose;
  /** To ask the server: `stepUp.methods` has the ways, best first; `stepUp.start` sends a code; `stepUp.finish` gives the proof. */
  account: AccountClient;
};

export type AccountClientOptions = Connection & {
  /**
   * A call needs proof of who the person is. Ask them, and answer with what `stepUp.finish` gave: the call goes on, and
   * later ones carry the proof until it expires. `undefined`: they do not want to, and the call fails with a
   * `CancelledError` as its cause. Calls that wait at the same time share one question. Without this function such calls
   * fail with the problem `STEP_UP_REQUIRED`.
   */
  onStepUp?: (question: StepUpQuestion) => Promise<StepUpProof | undefined>;
};

/**
 * A client for one person's account: `account.tokens.list.query()`, `account.username.update.mutate({ username })`. Calls
 * reject with a `TRPCClientError`; `problemOf` has the server's reason. It holds the person's proofs in memory: make
 * another one when somebody else signs in.
 */
export function createAccountClient({ onStepUp, ...connection }: AccountClientOptions): AccountClient {
  const proofs = createProofs(async (purpose) => {
    const proof = await onStepUp?.({ purpose, account: client });
    if (!proof) throw new CancelledError('The person did not confirm');
    return proof;
  });
  const client = createTRPCClient<AppRouter>({ links: accountLinks(connection, onStepUp && proofs) });
  return client;
}
