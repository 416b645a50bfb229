import type { StepUpProof, StepUpPurpose } from '@account/procedures/schemas';
import { CancelledError } from '../errors.ts';
import { createStore } from '../store.ts';

/** Somebody waits for the person to confirm who they are. */
export type Question = {
  purpose: StepUpPurpose;
  answer: (proof: StepUpProof) => void;
  /** The person does not want to. */
  cancel: () => void;
  /** They cannot be asked. */
  fail: (reason: unknown) => void;
};

export type Proofs = ReturnType<typeof createProofs>;

/** The proofs of who the person is, in memory only, and the question that brings a new one. */
export function createProofs() {
  const held = new Map<StepUpPurpose, StepUpProof>();
  const asked = new Map<StepUpPurpose, Promise<string>>();
  const question = createStore<Question | null>(null);

  const hold = (purpose: StepUpPurpose) => {
    const proof = held.get(purpose);
    if (proof && proof.expiresAt > Date.now()) return proof.token;
    held.delete(purpose);
    return undefined;
  };

  const ask = (purpose: StepUpPurpose) => {
    // Two questions at once would be two dialogs.
    question.get()?.cancel();
    const answered = new Promise<StepUpProof>((answer, fail) => {
      const cancel = () => fail(new CancelledError('The person did not confirm'));
      question.set({ purpose, answer, cancel, fail });
    });
    const mine = question.get();
    const close = () => {
      asked.delete(purpose);
      if (question.get() === mine) question.set(null);
    };
    const token = answered.finally(close).then((proof) => {
      held.set(purpose, proof);
      return proof.token;
    });
    asked.set(purpose, token);
    return token;
  };

  return {
    /** What is asked now. */
    question,
    /** The proof for a purpose, if there is one that still counts. */
    hold,
    keep: (purpose: StepUpPurpose, proof: StepUpProof) => void held.set(purpose, proof),
    /** The server refused this proof. A newer one stays. */
    drop(purpose: StepUpPurpose, token: string | undefined) {
      if (held.get(purpose)?.token === token) held.delete(purpose);
    },
    /** A proof for a purpose, asked for when there is none; all who wait share one question. */
    obtain: async (purpose: StepUpPurpose) => hold(purpose) ?? asked.get(purpose) ?? ask(purpose),
    /** The sign-in is over. */
    forget() {
      held.clear();
      question.get()?.cancel();
    },
  };
}
