import type { Profile, ProfileClaims } from './schemas.ts';

type StoredClaims = Profile['profile'];

/** What a change sets: its values without those that it clears. */
export function settingClaims({ address, ...claims }: ProfileClaims): StoredClaims {
  const parts = dropEmpty(address ?? {});
  return { ...dropEmpty(claims), ...(Object.keys(parts).length > 0 ? { address: parts } : {}) };
}

/** Whether a change clears a claim. Parts of an address do not count: Logto replaces an address as a whole. */
export function clearsClaims(claims: ProfileClaims) {
  return Object.keys(claims).length > Object.keys(settingClaims(claims)).length;
}

/** Stored claims as the person sees them: Logto keeps a claim that was cleared by merging as an empty text. */
export function storedClaims(claims: ProfileClaims): StoredClaims {
  return settingClaims(claims);
}

function dropEmpty<Key extends string>(values: Partial<Record<Key, string | null | undefined>>) {
  const entries = Object.entries<string | null | undefined>(values);
  return Object.fromEntries(entries.filter(([, value]) => value)) as Partial<Record<Key, string>>;
}
