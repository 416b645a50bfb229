import type { State, User } from '../state.ts';

const target = 'mock-social';

/** Whoever has linked this account of the pretended social network. */
export function findBySocialId(state: State, id: unknown): User | undefined {
  return [...state.users.values()].find(({ identities }) => identities[target]?.userId === id);
}

/** Whether the tenant offers the pretended network for signing in. */
export function offersSocial({ connectors, signInExperience }: State): boolean {
  const targets = signInExperience.socialSignInConnectorTargets;
  const isOffered = Array.isArray(targets) && targets.includes(target);
  return isOffered && [...connectors.values()].some((connector) => connector.target === target);
}
