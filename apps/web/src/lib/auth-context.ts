import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Auth } from './auth.ts';

export const AuthContext = createContext<Auth | null>(null);

export function useAuth(): Auth {
  const auth = useContext(AuthContext);
  if (!auth) throw new Error('useAuth needs an AuthContext');
  return auth;
}

export function useSession() {
  const { session } = useAuth();
  return useSyncExternalStore(session.subscribe, session.get);
}
