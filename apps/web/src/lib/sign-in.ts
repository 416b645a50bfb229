import type LogtoClient from '@logto/browser';
import { LogtoClientError, LogtoError, LogtoRequestError, Prompt, type SignInOptions } from '@logto/browser';
import { returnPath } from './return-path.ts';
import { tabMemory } from './storage.ts';

/** The way to Logto and back. Each step remembers in this tab what the next one needs. */
export function createSignIn(client: LogtoClient) {
  const { origin } = location;

  const leave = async (returnTo: string, { extraParams, ...options }: Partial<SignInOptions> = {}) => {
    tabMemory.set('return-path', returnPath(returnTo, origin));
    tabMemory.set('signed-out', null);
    await client.signIn({
      redirectUri: `${origin}/callback`,
      // The sign-in page speaks the language of this one.
      extraParams: { ui_locales: document.documentElement.lang, ...extraParams },
      ...options,
    });
    // The browser is leaving: whoever waits must not go on.
    return new Promise<never>(() => undefined);
  };
  const here = () => location.pathname + location.search + location.hash;
  const signIn = (returnTo = here()) => leave(returnTo);

  /** Where the person wanted to go before they were sent to sign in. */
  const returnTo = () => returnPath(tabMemory.get('return-path'), origin);

  return {
    signIn,
    /** As `signIn`, when the server asked for it: remembered, so that a second refusal does not go in circles. */
    signInAgain() {
      tabMemory.set('renewed-at', String(Date.now()));
      return signIn();
    },
    /**
     * For somebody who is signed in, and stays so if they turn back: Logto asks who they are all the same. Consent is
     * asked for with it, because without there is no refresh token.
     */
    signInAnew(loginHint: string | undefined) {
      return leave(here(), {
        prompt: [Prompt.Login, Prompt.Consent],
        clearTokens: false,
        extraParams: { max_age: '0' },
        ...(loginHint && { loginHint }),
      });
    },
    returnTo,
    /** Takes the answer of the sign-in page; returns where to go next. Throws what `signInFailure` explains. */
    async finishSignIn(callbackUrl: string) {
      try {
        await client.handleSignInCallback(callbackUrl);
        // Those of an earlier sign-in may be another person's.
        await client.clearAccessToken();
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
