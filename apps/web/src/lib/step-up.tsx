import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import type { StepUpDialogProps } from './step-up/dialog.tsx';
import type { Api } from './trpc.ts';

type StepUpProps = Pick<Api, 'proofs' | 'freshSignIn'>;

/**
 * Asks the person who they are when a call of theirs needs it. It is in the page once; calls know nothing of it: the
 * link in `step-up/link.ts` waits for the answer and makes the call again.
 */
export function StepUp({ proofs, freshSignIn }: StepUpProps) {
  const question = useSyncExternalStore(proofs.question.subscribe, proofs.question.get);
  const [loaded, setLoaded] = useState<{ Dialog: ComponentType<StepUpDialogProps> } | null>(null);
  useEffect(() => {
    if (!question || loaded) return;
    import('./step-up/dialog.tsx').then(
      ({ StepUpDialog }) => setLoaded({ Dialog: StepUpDialog }),
      (reason) => question.fail(new TypeError('The dialog could not be loaded', { cause: reason })),
    );
  }, [question, loaded]);
  return question && loaded && <loaded.Dialog question={question} leave={freshSignIn.leave} />;
}
