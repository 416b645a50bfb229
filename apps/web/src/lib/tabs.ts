import type { AppRouter } from '@account/procedures';
import type { QueryClient } from '@tanstack/react-query';
import type { TRPCLink } from '@trpc/client';
import { tap } from '@trpc/server/observable';
import type { Session } from './session.ts';
import type { createStore } from './store.ts';

/** Follows who is signed in, which all tabs of a browser share through the storage of Logto's client. */
export function followSignIn(appId: string, session: ReturnType<typeof createStore<Session>>) {
  const key = `logto:${appId}:idToken`;
  let owner: unknown;
  const isOthers = () => owner !== undefined && personIn(localStorage.getItem(key)) !== owner;

  addEventListener('storage', ({ key: changed, oldValue, newValue }) => {
    if (changed !== key) return;
    if (newValue === null) session.set('signed-out');
    // What this tab shows would be of one person, and what it does for another.
    else if (session.get() !== 'active' || personIn(oldValue) !== personIn(newValue)) location.reload();
  });
  // A page that the browser kept for the way back has heard of nothing meanwhile.
  addEventListener('pageshow', ({ persisted }) => persisted && isOthers() && location.reload());

  return {
    /** `false` when somebody else has signed in and this tab has not heard of it yet: then it is about to begin anew. */
    isStillTheirs() {
      owner ??= personIn(localStorage.getItem(key));
      if (!isOthers()) return true;
      location.reload();
      return false;
    },
  };
}

function personIn(idToken: string | null) {
  const [, payload = ''] = idToken?.split('.') ?? [];
  const { sub }: { sub?: unknown } = JSON.parse(
    atob(payload.replaceAll('-', '+').replaceAll('_', '/')) || '{}',
  );
  return sub;
}

/** Word of changes to the account, between the tabs of a browser. It says that there was one, and nothing about it. */
export function createChanges() {
  const channel = new BroadcastChannel('account:changes');
  /** Goes with every mutation. */
  const link: TRPCLink<AppRouter> =
    () =>
    ({ op, next }) =>
      next(op).pipe(tap({ next: () => op.type === 'mutation' && channel.postMessage(null) }));
  return {
    link,
    /** What another tab has changed is read again: now by a tab that is seen, by others once they are. */
    follow(queryClient: QueryClient) {
      channel.addEventListener('message', () => {
        const refetchType = document.visibilityState === 'visible' ? 'active' : 'none';
        void queryClient.invalidateQueries({ refetchType });
      });
    },
  };
}
