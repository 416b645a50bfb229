import type LogtoClient from '@logto/browser';
import { LogtoClientError, LogtoError, LogtoRequestError } from '@logto/browser';
import { returnPath } from './return-path.ts';
import { tabMemory } from './storage.ts';

/** The way to Logto and back. Each step remembers in this tab what the next one needs. */
export function createSignIn(client: LogtoClient) {
  const { origin } = location;

  const signIn = async (returnTo = location.pathname + location.search + location.hash) => {
    tabMemory.set('return-path', returnPath(returnTo, origin));
    tabMemory.set('signed-out', null);
    // The sign-in page speaks the language of this one.
    const extraParams = { ui_locales: document.documentElement.lang };
    await client.signIn({ redirectUri: `${origin}/callback`, extraParams });
    // The browser is leaving: whoever waits must not go on.
    return new Promise<never>(() => undefined);
  };

  /** Where the person wanted to go before they were sent to sign in. */
  const returnTo = () => returnPath(tabMemory.get('return-path'), origin);

  return {
    signIn,
    /** As `signIn`, when the server asked for it: remembered, so that a second refusal does not go in circles. */
    signInAgain() {
      tabMemory.set('renewed-at', String(Date.now()));
      return signIn();
    },
    returnTo,
    /** Takes the answer of the sign-in page; returns where to go next. Throws what `signInFailure` explains. */
    async finishSignIn(callbackUrl: string) {
      try {
        await client.handleSignInCallback(callbackUrl);
      } catch (error) {
        // A page that was reloaded after it had done its work is no failure.
        const isDone = error instanceof LogtoClientError && (await client.isAuthenticated());
        if (!isDone) throw error;
      }
      return returnTo();
    },
    /** Ends the session at Logto too. Throws when it cannot be reached; then the person is still signed in. */
    async signOut() {
      tabMemory.set('signed-out', 'yes');
      try {
        await client.signOut(`${origin}/`);
      } catch (error) {
        tabMemory.set('signed-out', null);
        throw error;
      }
    },
  };
}

/** A refusal, not a failure on the way: trying again later would not help. */
export function isOver(error: unknown) {
  if (error instanceof LogtoClientError) return error.code === 'not_authenticated';
  return error instanceof LogtoRequestError && error.code === 'oidc.invalid_grant';
}

export type SignInFailure = 'denied' | 'expired' | 'clock' | 'insecure' | 'network' | 'unknown';

/** Why the way back from Logto failed, in the few cases that ask for different words. */
export function signInFailure(error: unknown, callbackUrl: string): SignInFailure {
  if (new URL(callbackUrl).searchParams.get('error') === 'access_denied') return 'denied';
  if (error instanceof TypeError) return 'network';
  if (error instanceof LogtoClientError || isOver(error)) return 'expired';
  return (error instanceof LogtoError && ownWords.get(error.code)) || 'unknown';
}

const ownWords = new Map<string, SignInFailure>([
  ['callback_uri_verification.state_mismatched', 'expired'],
  ['callback_uri_verification.missing_state', 'expired'],
  ['callback_uri_verification.missing_code', 'expired'],
  ['id_token.invalid_iat', 'clock'],
  ['crypto_subtle_unavailable', 'insecure'],
]);
