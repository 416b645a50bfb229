import LogtoClient, { LogtoClientError, LogtoError, LogtoRequestError } from '@logto/browser';
import type { RuntimeConfig } from './config.ts';
import { returnPath } from './return-path.ts';
import { tabMemory } from './storage.ts';
import { createStore } from './store.ts';

/**
 * - `active`: nothing speaks against the sign-in.
 * - `ended`: Logto or our server refused it; the person has to sign in again.
 * - `signed-out`: in this tab or another one.
 * - `suspended`, `gone`: the account itself is closed.
 * - `stuck`: it was refused again right after a new sign-in, so that one more automatic try would go in circles.
 */
export type Session = 'active' | 'ended' | 'signed-out' | 'suspended' | 'gone' | 'stuck';

/** The access token cannot be had, because the sign-in is over. */
export class SessionEndedError extends Error {
  override name = 'SessionEndedError';
}

/** Two refusals within this time mean that signing in again does not help. */
const circleMs = 60_000;

export type Auth = ReturnType<typeof createAuth>;

/**
 * Signing in and out, once for the whole app, over Logto's own browser client: its React hooks swallow errors and
 * unmount what watches their `isLoading`.
 */
export function createAuth({ endpoint, appId, resource, scopes }: RuntimeConfig) {
  const client = new LogtoClient({ endpoint, appId, scopes, resources: [resource] });
  const { origin } = location;
  const session = createStore<Session>(tabMemory.get('signed-out') ? 'signed-out' : 'active');

  const end = async () => {
    if (session.get() !== 'active') return;
    const renewedAt = Number(tabMemory.get('renewed-at') ?? 0);
    session.set(Date.now() - renewedAt < circleMs ? 'stuck' : 'ended');
    await client.clearAllTokens();
  };

  const signIn = async (returnTo = location.pathname + location.search + location.hash) => {
    tabMemory.set('return-path', returnPath(returnTo, origin));
    tabMemory.set('signed-out', null);
    // The sign-in page speaks the language of this one.
    const extraParams = { ui_locales: document.documentElement.lang };
    await client.signIn({ redirectUri: `${origin}/callback`, extraParams });
    // The browser is leaving: whoever waits must not go on.
    return new Promise<never>(() => undefined);
  };

  let forgotten = Promise.resolve();
  const accessToken = async () => {
    try {
      await forgotten;
      return await client.getAccessToken(resource);
    } catch (error) {
      if (!isOver(error)) throw error;
      await end();
      throw new SessionEndedError('The sign-in is over', { cause: error });
    }
  };

  const returnTo = () => returnPath(tabMemory.get('return-path'), origin);

  const finishSignIn = async (callbackUrl: string) => {
    try {
      await client.handleSignInCallback(callbackUrl);
    } catch (error) {
      // The page was reloaded after it had done its work.
      const done = error instanceof LogtoClientError && (await client.isAuthenticated());
      if (!done) throw error;
    }
    return returnTo();
  };

  const signOut = async () => {
    tabMemory.set('signed-out', 'yes');
    tabMemory.set('return-path', null);
    await client.signOut(`${origin}/`);
  };

  addEventListener('storage', ({ key, newValue }) => {
    if (key !== `logto:${appId}:idToken`) return;
    if (newValue === null) session.set('signed-out');
    else if (session.get() !== 'active') location.reload();
  });

  return {
    session,
    isSignedIn: () => client.isAuthenticated(),
    signIn,
    /** As `signIn`, when the server asked for it: remembered, so that a second refusal does not go in circles. */
    signInAgain() {
      tabMemory.set('renewed-at', String(Date.now()));
      return signIn();
    },
    finishSignIn,
    /** Where the person wanted to go before they were sent to sign in. */
    returnTo,
    signOut,
    /** For our API. Concurrent calls share one request. Throws `SessionEndedError`, or what the network threw. */
    accessToken,
    /** Drops the access token, so that the next call fetches another: the API refused this one. */
    forgetAccessToken() {
      forgotten = client.clearAccessToken();
    },
    end,
    close: (reason: 'suspended' | 'gone') => session.set(reason),
  };
}

/** A refusal, not a failure on the way: trying again later would not help. */
function isOver(error: unknown) {
  if (error instanceof LogtoClientError) return error.code === 'not_authenticated';
  return (
    error instanceof LogtoRequestError &&
    (error.code === 'oidc.invalid_grant' || error.code === 'invalid_grant')
  );
}

export type SignInFailure = 'denied' | 'expired' | 'clock' | 'insecure' | 'network' | 'unknown';

/** Why the way back from Logto failed, in the few cases that ask for different words. */
export function signInFailure(error: unknown, callbackUrl: string): SignInFailure {
  if (new URL(callbackUrl).searchParams.get('error') === 'access_denied') return 'denied';
  if (error instanceof TypeError) return 'network';
  if (error instanceof LogtoClientError) return 'expired';
  if (error instanceof LogtoRequestError) return isOver(error) ? 'expired' : 'unknown';
  if (!(error instanceof LogtoError)) return 'unknown';
  switch (error.code) {
    case 'callback_uri_verification.state_mismatched':
    case 'callback_uri_verification.missing_state':
    case 'callback_uri_verification.missing_code':
      return 'expired';
    case 'id_token.invalid_iat':
      return 'clock';
    case 'crypto_subtle_unavailable':
      return 'insecure';
    default:
      return 'unknown';
  }
}
