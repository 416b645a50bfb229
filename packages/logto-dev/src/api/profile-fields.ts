import type { State } from '../state.ts';
import { RequestError } from './errors.ts';

type Reference = { name: string };

/** Drops references to fields that no longer exist. Throws 400 `request.invalid_input` for a repeated name. */
export function knownProfileFields(state: State, references: Reference[]): Reference[] {
  assertUniqueNames(references);
  const names = new Set(state.customProfileFields.map(({ name }) => name));
  return references.filter(({ name }) => names.has(name));
}

export function assertUniqueNames(references: Reference[]) {
  if (new Set(references.map(({ name }) => name)).size < references.length)
    throw new RequestError('request.invalid_input');
}
