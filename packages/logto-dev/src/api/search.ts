import { z } from 'zod';
import { RequestError } from './errors.ts';
import { yes } from './guard.ts';

const Mode = z.enum(['exact', 'like', 'similar_to', 'posix']);
const Joint = z.enum(['or', 'and']);

type Mode = z.infer<typeof Mode>;
type Match = (value: string) => boolean;

export const invalidSearch = () => new RequestError('request.invalid_input');

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw invalidSearch();
  return result.data;
}

/**
 * Logto's search: `search[.field]` with `mode[.field]` (`like` by default), joined by `joint` (`or` by default),
 * without case unless `isCaseSensitive`. Throws 400 `request.invalid_input`.
 */
export function searchIn<Field extends string>(
  fields: readonly [Field, ...Field[]],
  query: URLSearchParams,
): (row: Record<Field, string | null>) => boolean {
  const conditions = readConditions(fields, query);
  const joint = read(Joint, query.get('joint') || query.get('jointMode') || 'or');
  return (row) => {
    if (conditions.length === 0) return true;
    return joint === 'or' ? conditions.some((fits) => fits(row)) : conditions.every((fits) => fits(row));
  };
}

function readConditions<Field extends string>(
  fields: readonly [Field, ...Field[]],
  query: URLSearchParams,
): ((row: Record<Field, string | null>) => boolean)[] {
  const known = z.enum(fields).optional();
  const modes = new Map<Field | undefined, Mode>();
  const values = new Map<Field | undefined, string[]>();
  for (const [key, value] of query) {
    const [name = '', field, ...rest] = key.split('.');
    if (!name.startsWith('mode') && !name.startsWith('search')) continue;
    if (rest.length > 0) throw invalidSearch();
    const target = read<Field | undefined>(known, field);
    if (name.startsWith('mode')) modes.set(target, read(Mode, value));
    else values.set(target, [...(values.get(target) ?? []), value]);
  }
  const isCaseSensitive = yes(query.get('isCaseSensitive') ?? undefined);
  return [...values].map(([field, texts]) => {
    const mode = modes.get(field) ?? modes.get(undefined) ?? 'like';
    const matches = matcher(mode, texts, isCaseSensitive);
    return (row) => (field ? [field] : fields).some((key) => row[key] !== null && matches(row[key]));
  });
}

function matcher(mode: Mode, texts: string[], isCaseSensitive: boolean): Match {
  const [text] = texts;
  if (!text || texts.includes('') || (mode !== 'exact' && texts.length > 1)) throw invalidSearch();
  if (mode === 'exact') {
    const fold = (value: string) => (isCaseSensitive ? value : value.toLowerCase());
    return (value) => texts.some((candidate) => fold(candidate) === fold(value));
  }
  if (mode === 'similar_to' && !isCaseSensitive) throw invalidSearch();
  const pattern = new RegExp(toPattern(mode, text), isCaseSensitive ? 'su' : 'isu');
  return (value) => pattern.test(value);
}

/** `%` and `_` are the wildcards of SQL; a backslash takes their meaning away. */
function toPattern(mode: Mode, text: string) {
  if (mode === 'posix') return text;
  const special = mode === 'like' ? /\\(.)|[%_.*+?^${}()|[\]\\]/gs : /\\(.)|[%_.^$]/gs;
  const body = text.replace(special, (found, escaped: string | undefined) => {
    if (escaped !== undefined) return `\\u{${escaped.codePointAt(0)?.toString(16)}}`;
    if (found === '%') return '.*';
    return found === '_' ? '.' : `\\${found}`;
  });
  return `^(?:${body})$`;
}
