import type { Proofs } from '@account/client';
import { type StepUpFinish, type StepUpProof, StepUpPurpose } from '@account/procedures/schemas';
import i18next from 'i18next';
import * as z from 'zod/mini';
import { showToast } from '../../ui/toast.tsx';
import type { Auth } from '../auth.ts';
import { tabMemory } from '../storage.ts';
import { openAction, Resumable, resume } from './resume.ts';

/** What has to be known after the way to the sign-in page and back; nothing of it is secret. */
const Intent = z.object({
  purpose: StepUpPurpose,
  /** Who left. Somebody else may come back. */
  personId: z.string(),
  /** Epoch milliseconds. */
  expiresAt: z.number(),
  action: z.nullable(Resumable),
});
type Intent = z.infer<typeof Intent>;

const key = 'step-up';
const intentTtlMs = 10 * 60_000;

type Parts = { auth: Auth; proofs: Proofs; finish: (input: StepUpFinish) => Promise<StepUpProof> };

/** Confirming by signing in anew: for people who have nothing else, it always works. */
export function createFreshSignIn({ auth, proofs, finish }: Parts) {
  // Whoever starts the app elsewhere than at the way back has come another way, and has dropped the matter.
  if (location.pathname !== '/callback') tabMemory.set(key, null);

  const confirm = async ({ purpose, personId, action }: Intent): Promise<string> => {
    const idToken = await auth.idToken();
    if (!idToken || (await auth.personId()) !== personId) {
      tell('otherPerson');
      return '/';
    }
    resume(action);
    try {
      proofs.keep(purpose, await finish({ method: 'reauthenticate', idToken, purpose }));
      tell('confirmed');
    } catch {
      tell('notConfirmed');
    }
    return auth.returnTo();
  };

  return {
    /** Leaves for the sign-in page. Throws when it cannot be reached. */
    async leave(purpose: StepUpPurpose) {
      const personId = await auth.personId();
      const expiresAt = Date.now() + intentTtlMs;
      tabMemory.set(key, JSON.stringify({ purpose, personId, expiresAt, action: openAction() }));
      return auth.signInAnew();
    },

    /** Takes the answer of the sign-in page, also when it was asked to confirm; returns where to go next. */
    async finishSignIn(callbackUrl: string): Promise<string> {
      const intent = takeIntent();
      if (!intent) return auth.finishSignIn(callbackUrl);
      try {
        await auth.finishSignIn(callbackUrl);
      } catch (error) {
        // Who changed their mind there is still signed in here.
        if (!(await auth.isSignedIn())) throw error;
        resume(intent.action);
        tell('notConfirmed');
        return auth.returnTo();
      }
      return confirm(intent);
    },
  };
}

/** Once: a page that is loaded again does not confirm again. */
function takeIntent() {
  const stored = tabMemory.get(key);
  tabMemory.set(key, null);
  const intent = Intent.safeParse(stored && JSON.parse(stored)).data;
  return intent && intent.expiresAt > Date.now() ? intent : undefined;
}

function tell(outcome: 'confirmed' | 'notConfirmed' | 'otherPerson') {
  showToast({
    text: i18next.t(`stepUp:back.${outcome}`),
    tone: outcome === 'confirmed' ? 'plain' : 'danger',
  });
}
