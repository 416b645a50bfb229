import type { Profile, ProfileUpdate } from '@account/procedures/schemas';
import type * as z from 'zod/mini';

/** A change before the schema has read it. */
export type Change = z.input<typeof ProfileUpdate>;

type Values = Readonly<Record<string, unknown>>;

/** The profile as it will be: shown at once, before the server has answered. `null` clears. */
export function applyUpdate(profile: Profile, { profile: claims, customData, ...plain }: Change): Profile {
  return {
    ...profile,
    ...plain,
    profile: claims ? merged(profile.profile, claims) : profile.profile,
    customData: customData ? merged(profile.customData, customData) : profile.customData,
  };
}

function merged<Stored extends Values>(stored: Stored, changes: Values): Stored {
  const kept = Object.entries({ ...stored, ...changes }).flatMap(([key, value]) =>
    value === null ? [] : [[key, isValues(value) ? withoutNulls(value) : value]],
  );
  return Object.fromEntries(kept);
}

function withoutNulls(values: Values) {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The change that takes `update` back: what it touches, as it stands in `profile`. */
export function inverseOf(profile: Profile, update: Change): Change {
  const { name, avatar, profile: claims, customData } = update;
  if (claims) return { profile: before(profile.profile, claims) };
  if (customData) return { customData: before(profile.customData, customData) };
  return {
    ...(name === undefined ? {} : { name: profile.name }),
    ...(avatar === undefined ? {} : { avatar: profile.avatar }),
  };
}

function before<Stored extends Values>(stored: Stored, changes: Values) {
  const unset: Record<string, null> = Object.fromEntries(Object.keys(changes).map((key) => [key, null]));
  const set: Partial<Stored> = { ...stored };
  for (const key of Object.keys(set)) if (!Object.hasOwn(changes, key)) Reflect.deleteProperty(set, key);
  return { ...unset, ...set };
}
