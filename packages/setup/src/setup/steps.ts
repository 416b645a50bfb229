import { isDeepStrictEqual } from 'node:util';
import type { Installation } from './installation.ts';

/** What differs. Values are shown to the person, so none is a secret. */
export type Change = { field: string; from?: unknown; to?: unknown };

export type Kind = 'application' | 'resource' | 'scope' | 'role' | 'webhook';

/** One thing in the tenant, and what has to be done to it. */
export type Step = {
  action: 'create' | 'change' | 'leave' | 'delete';
  kind: Kind;
  name: string;
  changes: Change[];
  /** Does it, and puts what came of it into the installation for the steps that follow. */
  run: () => Promise<void>;
};

type Wanted = { [field: string]: unknown };

/** The fields of `to` that `from` has otherwise. */
export const differences = (from: Wanted, to: Wanted): Change[] =>
  Object.entries(to).flatMap(([field, wanted]) =>
    isDeepStrictEqual(from[field], wanted) ? [] : [{ field, from: from[field], to: wanted }],
  );

export const leave = (kind: Kind, name: string): Step => ({
  action: 'leave',
  kind,
  name,
  changes: [],
  run: async () => {},
});

/** A thing that is there: changed where it differs, else left alone. */
export const mend = (kind: Kind, name: string, changes: Change[], run: Step['run']): Step =>
  changes.length === 0 ? leave(kind, name) : { action: 'change', kind, name, changes, run };

export const create = (kind: Kind, name: string, shown: Wanted, run: Step['run']): Step => ({
  action: 'create',
  kind,
  name,
  changes: Object.entries(shown).map(([field, to]) => ({ field, to })),
  run,
});

/** Texts of a list once each, ours at the end, without those of a former address. */
export const listWith = (list: readonly string[], ours: string, former: string | undefined) => [
  ...new Set([...list.filter((text) => text !== former), ours]),
];

/** A part of the installation that an earlier step has found or made. */
export function made<Name extends keyof Installation>(installation: Installation, name: Name) {
  const part = installation[name];
  if (part === undefined) throw new Error(`The ${name} should have been made by now`);
  return part;
}
