import { z } from 'zod';
import type { State, User } from '../state.ts';
import { usersNewestFirst } from '../users.ts';
import { RequestError } from './errors.ts';
import { yes } from './guard.ts';

const fields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;
type Field = (typeof fields)[number];

const Field = z.enum(fields).optional();
const Mode = z.enum(['exact', 'like', 'similar_to', 'posix']);
const Joint = z.enum(['or', 'and']);

type Mode = z.infer<typeof Mode>;
type Match = (value: string) => boolean;

const invalid = () => new RequestError('request.invalid_input');

function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw invalid();
  return result.data;
}

/**
 * Logto's search: `search[.field]` with `mode[.field]` (`like` by default), joined by `joint` (`or` by default),
 * without case unless `isCaseSensitive`. Throws 400 `request.invalid_input`.
 */
export function searchUsers(state: State, query: URLSearchParams): User[] {
  const isExcluded = exclusion(state, query);
  const conditions = readConditions(query);
  const joint = read(Joint, query.get('joint') || query.get('jointMode') || 'or');
  return usersNewestFirst(state).filter((user) => {
    if (isExcluded(user)) return false;
    if (conditions.length === 0) return true;
    return joint === 'or' ? conditions.some((fits) => fits(user)) : conditions.every((fits) => fits(user));
  });
}

function exclusion(state: State, query: URLSearchParams): (user: User) => boolean {
  const roleId = query.get('excludeRoleId');
  const organizationId = query.get('excludeOrganizationId');
  if (roleId && organizationId) throw invalid();
  if (roleId) return (user) => user.roleIds.includes(roleId);
  const members = organizationId ? state.organizations.get(organizationId)?.members : undefined;
  return (user) => members?.has(user.id) ?? false;
}

function readConditions(query: URLSearchParams): ((user: User) => boolean)[] {
  const modes = new Map<Field | undefined, Mode>();
  const values = new Map<Field | undefined, string[]>();
  for (const [key, value] of query) {
    const [name = '', field, ...rest] = key.split('.');
    if (!name.startsWith('mode') && !name.startsWith('search')) continue;
    if (rest.length > 0) throw invalid();
    const target = read(Field, field);
    if (name.startsWith('mode')) modes.set(target, read(Mode, value));
    else values.set(target, [...(values.get(target) ?? []), value]);
  }
  const isCaseSensitive = yes(query.get('isCaseSensitive') ?? undefined);
  return [...values].map(([field, texts]) => {
    const mode = modes.get(field) ?? modes.get(undefined) ?? 'like';
    const matches = matcher(mode, texts, isCaseSensitive);
    return (user) => (field ? [field] : fields).some((key) => user[key] !== null && matches(user[key]));
  });
}

function matcher(mode: Mode, texts: string[], isCaseSensitive: boolean): Match {
  const [text] = texts;
  if (!text || texts.includes('') || (mode !== 'exact' && texts.length > 1)) throw invalid();
  if (mode === 'exact') {
    const fold = (value: string) => (isCaseSensitive ? value : value.toLowerCase());
    return (value) => texts.some((candidate) => fold(candidate) === fold(value));
  }
  if (mode === 'similar_to' && !isCaseSensitive) throw invalid();
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
