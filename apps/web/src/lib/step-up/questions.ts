import { CancelledError } from '@account/client';
import type { StepUpProof, StepUpPurpose } from '@account/procedures/schemas';
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

export type Questions = ReturnType<typeof createQuestions>;

/** What the person is asked for the sake of a call that waits; one question at a time. */
export function createQuestions() {
  const open = createStore<Question | null>(null);

  const ask = (purpose: StepUpPurpose): Promise<StepUpProof> => {
    // Two questions at once would be two dialogs.
    open.get()?.cancel();
    const answered = new Promise<StepUpProof>((answer, fail) => {
      const cancel = () => fail(new CancelledError('The person did not confirm'));
      open.set({ purpose, answer, cancel, fail });
    });
    const mine = open.get();
    return answered.finally(() => open.get() === mine && open.set(null));
  };

  return {
    /** What is asked now. */
    open,
    ask,
  };
}
