import type { StepUpProof, StepUpPurpose } from '@account/procedures/schemas';

/** Brings a new proof of who the person is; rejects with a `CancelledError` when they do not want to give one. */
export type AskForProof = (purpose: StepUpPurpose) => Promise<StepUpProof>;

export type Proofs = ReturnType<typeof createProofs>;

/** The proofs of who the person is, in memory only. */
export function createProofs(ask: AskForProof) {
  const held = new Map<StepUpPurpose, StepUpProof>();
  const asked = new Map<StepUpPurpose, Promise<string>>();

  const hold = (purpose: StepUpPurpose) => {
    const proof = held.get(purpose);
    if (proof && proof.expiresAt > Date.now()) return proof.token;
    held.delete(purpose);
    return undefined;
  };

  const bring = (purpose: StepUpPurpose) => {
    const token = ask(purpose)
      .finally(() => asked.delete(purpose))
      .then((proof) => {
        held.set(purpose, proof);
        return proof.token;
      });
    asked.set(purpose, token);
    return token;
  };

  return {
    /** The proof for a purpose, if there is one that still counts. */
    hold,
    keep: (purpose: StepUpPurpose, proof: StepUpProof) => void held.set(purpose, proof),
    /** The server refused this proof. A newer one stays. */
    drop(purpose: StepUpPurpose, token: string | undefined) {
      if (held.get(purpose)?.token === token) held.delete(purpose);
    },
    /** A proof for a purpose, asked for when there is none; all who wait share one question. */
    obtain: async (purpose: StepUpPurpose) => hold(purpose) ?? asked.get(purpose) ?? bring(purpose),
    /** The sign-in is over. */
    forget: () => held.clear(),
  };
}
