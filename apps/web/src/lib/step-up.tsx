import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import type { StepUpDialogProps } from './step-up/dialog.tsx';
import type { Api } from './trpc.ts';

type StepUpProps = Pick<Api, 'questions' | 'freshSignIn'>;

/**
 * Asks the person who they are when a call of theirs needs it. It is in the page once; calls know nothing of it: the
 * client waits for the answer and makes the call again.
 */
export function StepUp({ questions, freshSignIn }: StepUpProps) {
  const question = useSyncExternalStore(questions.open.subscribe, questions.open.get);
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
