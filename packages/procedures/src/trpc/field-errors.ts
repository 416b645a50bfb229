import type * as z from 'zod/mini';
import { type FieldError, FieldErrorCode } from './problem-schemas.ts';

type Issue = z.core.$ZodIssue;

/** Turns the issues of a schema into one error a field; the app uses it for its forms, the server for its answers. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  const errors = issues.flatMap((issue): FieldError[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: dotted([...issue.path, key]), code: 'UNKNOWN_FIELD' }))
      : [{ path: dotted(issue.path), ...describe(issue) }],
  );
  return errors.filter(({ path }, index) => errors.findIndex((other) => other.path === path) === index);
}

function describe(issue: Issue): Omit<FieldError, 'path'> {
  const own = FieldErrorCode.safeParse(issue.message);
  if (own.success) return { code: own.data };
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? { code: 'REQUIRED' }
        : { code: issue.origin === 'number' ? 'TOO_SMALL' : 'TOO_SHORT', limit: Number(issue.minimum) };
    case 'too_big':
      return { code: issue.origin === 'number' ? 'TOO_LARGE' : 'TOO_LONG', limit: Number(issue.maximum) };
    case 'invalid_type':
      return { code: 'WRONG_TYPE' };
    case 'invalid_value':
      return { code: 'NOT_AN_OPTION' };
    case 'invalid_key':
      return { code: 'UNKNOWN_FIELD' };
    default:
      return { code: 'WRONG_FORMAT' };
  }
}

function dotted(path: readonly PropertyKey[]) {
  return path.map(String).join('.');
}
