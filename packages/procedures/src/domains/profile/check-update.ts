import type { FieldError } from '../../trpc/problem-schemas.ts';
import { checkValue } from './rules.ts';
import type { JsonValue, ProfileField, ProfileFieldPart, ProfileUpdate } from './schemas.ts';

type Value = JsonValue | undefined;
type Rule = ProfileField | ProfileFieldPart;

/**
 * Holds a change against the rules of the fields that the page shows; Logto checks none of them.
 * @param freeKeys keys of `customData` that may hold any value
 */
export function checkUpdate(
  update: ProfileUpdate,
  fields: readonly ProfileField[],
  freeKeys: readonly string[],
): FieldError[] {
  const rules = new Map(fields.flatMap(withParts).map(([path, rule]) => [path, rule]));
  return Object.entries(valuesByPath(update)).flatMap(([path, value]) => {
    const rule = rules.get(path);
    if (rule) return check(path, rule, value);
    return freeKeys.some((key) => path === `customData.${key}`) ? [] : [unknownField(path)];
  });
}

/** `Fullname` is a way to show three claims together; its parts are the fields. */
function withParts(field: ProfileField): [path: string, rule: Rule][] {
  if (field.type === 'Fullname') return (field.parts ?? []).map((part) => [`profile.${part.name}`, part]);
  const isGroup = field.group === 'name' || field.group === 'avatar';
  return [[isGroup ? field.group : `${field.group}.${field.name}`, field]];
}

function valuesByPath({ profile = {}, customData = {}, ...plain }: ProfileUpdate): Record<string, Value> {
  return { ...plain, ...prefixed('profile', profile), ...prefixed('customData', customData) };
}

function prefixed(group: string, values: Record<string, Value>) {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${group}.${key}`, value]));
}

function check(path: string, rule: Rule, value: Value): FieldError[] {
  if (isObject(value) && 'parts' in rule) return checkParts(path, rule.parts ?? [], value);
  const found = checkValue(rule, value);
  return found ? [{ path, ...found }] : [];
}

/** Logto replaces an address as a whole, so a part that is not named is a part that is cleared. */
function checkParts(
  path: string,
  parts: readonly ProfileFieldPart[],
  value: Record<string, Value>,
): FieldError[] {
  const known = new Set(parts.map(({ name }) => name));
  const unknown = Object.keys(value).filter((name) => !known.has(name));
  return [
    ...unknown.map((name) => unknownField(`${path}.${name}`)),
    ...parts.flatMap((part) => check(`${path}.${part.name}`, part, value[part.name])),
  ];
}

function unknownField(path: string): FieldError {
  return { path, code: 'UNKNOWN_FIELD' };
}

function isObject(value: Value): value is Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
