import LogtoClient from '@logto/browser';
import type { RuntimeConfig } from './config.ts';
import type { Session } from './session.ts';
import { createSignIn, isOver } from './sign-in.ts';
import { tabMemory } from './storage.ts';
import { createStore } from './store.ts';
import { followSignIn } from './tabs.ts';

/** The access token cannot be had, because the sign-in is over. */
export class SessionEndedError extends Error {
  override name = 'SessionEndedError';
}

/** Two refusals within this time mean that signing in again does not help. */
const circleMs = 60_000;

export type Auth = ReturnType<typeof createAuth>;

/**
 * Who is signed in, once for the whole app, over Logto's own browser client: its React hooks swallow errors and flip
 * their `isLoading` at every call.
 */
export function createAuth({ endpoint, appId, resource, scopes }: RuntimeConfig) {
  // What Logto's addresses are is remembered in this tab: on the way back from the sign-in it is one way to Logto less.
  const client = new LogtoClient({ endpoint, appId, scopes, resources: [resource] }, true);
  const session = createStore<Session>(tabMemory.get('signed-out') ? 'signed-out' : 'active');
  const tab = followSignIn(appId, session);

  const end = async () => {
    if (session.get() !== 'active') return;
    const renewedAt = Number(tabMemory.get('renewed-at') ?? 0);
    session.set(Date.now() - renewedAt < circleMs ? 'stuck' : 'ended');
    await client.clearAllTokens();
  };

  let forgotten = Promise.resolve();
  const accessToken = async () => {
    try {
      await forgotten;
      const token = await client.getAccessToken(resource);
      if (tab.isStillTheirs()) return token;
    } catch (error) {
      if (!isOver(error)) throw error;
      await end();
      throw new SessionEndedError('The sign-in is over', { cause: error });
    }
    // The page is going: whoever waits must not go on.
    return new Promise<never>(() => undefined);
  };

  const { signInAnew, ...signIn } = createSignIn(client);
  return {
    ...signIn,
    /** Asks somebody who is signed in to prove it again, on Logto's page. Throws when that cannot be reached. */
    async signInAnew() {
      const { username } = await client.getIdTokenClaims();
      return signInAnew(username ?? undefined);
    },
    session,
    /** Logto's address. */
    endpoint,
    /** What our access tokens are for. */
    resource,
    isSignedIn: () => client.isAuthenticated(),
    /** Who is signed in, as Logto names them. Throws when nobody is. */
    personId: async () => (await client.getIdTokenClaims()).sub,
    /** For our API. Concurrent calls share one request. Throws `SessionEndedError`, or what the network threw. */
    accessToken,
    /** Drops the access token, so that the next call fetches another: the API refused this one. */
    forgetAccessToken() {
      forgotten = client.clearAccessToken();
    },
    /** Of the last sign-in or renewal; `null` without one. */
    idToken: () => client.getIdToken(),
    /** The language in the person's profile, as it was at the last sign-in or renewal; none without either. */
    async locale() {
      if (!(await client.isAuthenticated())) return undefined;
      const { locale } = await client.getIdTokenClaims();
      return typeof locale === 'string' && locale ? locale : undefined;
    },
    /** Tells this device among the person's sessions; Logto gives one only to applications that are set up for it. */
    async sid() {
      const { sid } = await client.getIdTokenClaims();
      return typeof sid === 'string' ? sid : undefined;
    },
    end,
    /** Drops every token of this browser, and asks nobody: what they belonged to is closed. */
    forget: () => client.clearAllTokens(),
    close: (reason: 'suspended' | 'gone') => session.set(reason),
  };
}
