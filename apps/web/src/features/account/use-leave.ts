import { useAuth } from '../../lib/auth-context.ts';
import { type Departure, rememberDeparture } from '../../lib/departure.ts';

/** Once the account is closed: forgets the sign-in and says goodbye on a fresh page, where nothing of it is left. */
export function useLeave() {
  const auth = useAuth();
  return async (departure: Departure) => {
    rememberDeparture(departure);
    await auth.forget();
    location.replace('/left');
    // The page is going: whoever waits must not go on.
    return new Promise<never>(() => undefined);
  };
}
