import { useEffect } from 'react';
import { useAuth } from '../../lib/auth-context.ts';
import { trpc } from '../../lib/trpc.ts';
import { keepLink } from './pending-link.ts';

/** Where providers send people back to; the server allows this address only. */
const callbackPath = '/social/callback';

type Wish = { connectorId: string; target: string; replace: boolean };

/** Takes the person to a provider. Throws when that cannot be begun. */
export function useLeave() {
  const auth = useAuth();
  const { social } = trpc.useUtils();
  const { mutateAsync } = trpc.social.start.useMutation({
    // The provider may have been switched off, or linked in another window.
    onError: () => void social.list.invalidate(),
  });
  useEffect(() => {
    // A page that the browser kept while the person was away would still wait to leave.
    const startAnew = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    addEventListener('pageshow', startAnew);
    return () => removeEventListener('pageshow', startAnew);
  }, []);

  return async ({ connectorId, target, replace }: Wish) => {
    const redirectUri = location.origin + callbackPath;
    const { redirectTo, state } = await mutateAsync({ connectorId, redirectUri, replace });
    if (!/^https?:\/\//i.test(redirectTo)) throw new Error('A provider without an address of the web');
    keepLink({ state, personId: await auth.personId(), target, replace, status: 'left' });
    location.assign(redirectTo);
    // The browser is leaving: whoever waits must not go on.
    return new Promise<never>(() => undefined);
  };
}
