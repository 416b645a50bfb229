import {
  type FieldError,
  fieldErrors,
  type Profile,
  type ProfileField,
  ProfileUpdate,
} from '@account/procedures/schemas';
import * as z from 'zod/mini';

/** One control of a row. `path` is where its value stands in `Profile`, and what the server calls it in errors. */
export type Input = Omit<ProfileField, 'group' | 'parts'> & { path: string };

/** What the person has typed, by path. A checkbox is `true` or `false`; an empty text clears. */
export type Draft = Readonly<Record<string, string>>;

/** A row has one control, or one for each part. */
export function inputsOf({ parts, group, ...field }: ProfileField): Input[] {
  if (group === 'name' || group === 'avatar') return [{ ...field, path: group }];
  if (!parts?.length) return [{ ...field, path: `${group}.${field.name}` }];
  // The parts of a full name are claims of their own; those of an address stand under it.
  const base = field.type === 'Fullname' ? group : `${group}.${field.name}`;
  return parts.map((part) => ({ ...part, path: `${base}.${part.name}` }));
}

/** The stored value as text; empty when there is none. */
export function storedText(profile: Profile, path: string): string {
  const found = path.split('.').reduce<unknown>((value, key) => Keyed.safeParse(value).data?.[key], profile);
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : '';
}
const Keyed = z.record(z.string(), z.unknown());

export function draftOf(profile: Profile, field: ProfileField): Draft {
  return Object.fromEntries(inputsOf(field).map((input) => [input.path, initialText(profile, input)]));
}

function initialText(profile: Profile, { path, type, config }: Input) {
  const text = storedText(profile, path);
  return type === 'Checkbox' ? text || (config.defaultValue ?? 'false') : text;
}

export function isSame(one: Draft, other: Draft) {
  return Object.entries(one).every(([path, text]) => text.trim() === other[path]?.trim());
}

export function isStored(profile: Profile, draft: Draft) {
  return Object.entries(draft).every(([path, text]) => text.trim() === storedText(profile, path));
}

export type Checked =
  | { update: ProfileUpdate; errors?: never }
  | { errors: readonly FieldError[]; update?: never };

/** The change that saves a draft, or what must be mended first. The server has the last word. */
export function updateOf(field: ProfileField, draft: Draft): Checked {
  const inputs = inputsOf(field);
  const missing = inputs.filter(
    ({ path, required, type }) => required && type !== 'Checkbox' && !draft[path]?.trim(),
  );
  if (missing.length > 0) return { errors: missing.map(({ path }) => ({ path, code: 'REQUIRED' })) };
  const result = ProfileUpdate.safeParse(nested(field, inputs, draft));
  return result.success ? { update: result.data } : { errors: fieldErrors(result.error.issues) };
}

function nested({ group, name, type, parts }: ProfileField, inputs: readonly Input[], draft: Draft) {
  const values = Object.fromEntries(inputs.map((input) => [input.name, enteredValue(input, draft)]));
  if (group === 'name' || group === 'avatar') return { [group]: values[name] };
  if (type === 'Fullname' || !parts?.length) return { [group]: values };
  const isEmpty = Object.values(values).every((value) => value === null);
  return { [group]: { [name]: isEmpty ? null : values } };
}

function enteredValue({ path, type }: Input, draft: Draft) {
  const text = draft[path]?.trim() ?? '';
  if (type === 'Checkbox') return text === 'true';
  return text === '' ? null : text;
}
