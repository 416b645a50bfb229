import { Script } from 'node:vm';
import { format as formatDate, isValid, parse } from 'date-fns';
import type { FieldError } from '../../trpc/problem-schemas.ts';
import type { JsonValue, ProfileField, ProfileFieldPart } from './schemas.ts';

type Found = Omit<FieldError, 'path'>;
type Config = ProfileField['config'];
type Rule = (value: string, config: Config) => Found | undefined;

/** An operator's pattern meets a person's text: a pattern that backtracks for ever must not stop the server. */
const regexTimeoutMs = 50;

const rules: Partial<Record<ProfileField['type'], Rule>> = {
  Text: (value, { minLength, maxLength }) => {
    if (minLength !== undefined && value.length < minLength) return { code: 'TOO_SHORT', limit: minLength };
    if (maxLength !== undefined && value.length > maxLength) return { code: 'TOO_LONG', limit: maxLength };
  },
  Number: (value, { minValue, maxValue }) => {
    const number = Number(value);
    if (!Number.isFinite(number)) return { code: 'NOT_A_NUMBER' };
    if (minValue !== undefined && number < minValue) return { code: 'TOO_SMALL', limit: minValue };
    if (maxValue !== undefined && number > maxValue) return { code: 'TOO_LARGE', limit: maxValue };
  },
  Date: (value, { format = 'yyyy-MM-dd' }) => unless(isDate(value, format), 'NOT_A_DATE'),
  Select: (value, { options = [] }) =>
    unless(
      options.some((option) => option.value === value),
      'NOT_AN_OPTION',
    ),
  Url: (value) => unless(isWebAddress(value, ['https:', 'http:']), 'NOT_A_URL'),
  /** Loaded by every page that shows it, so nothing but https will do. */
  Image: (value) => unless(isWebAddress(value, ['https:']), 'NOT_A_URL'),
  Regex: (value, { format = '' }) => unless(matches(value, format), 'WRONG_FORMAT'),
  TimeZone: (value) =>
    unless(
      accepts(() => new Intl.DateTimeFormat('en', { timeZone: value })),
      'NOT_A_TIME_ZONE',
    ),
  Language: (value) =>
    unless(
      accepts(() => Intl.getCanonicalLocales(value)),
      'NOT_A_LANGUAGE',
    ),
};

/** What is wrong with a new value for a field, if anything. `null` clears it. */
export function checkValue(
  field: ProfileFieldPart | ProfileField,
  value: JsonValue | undefined,
): Found | undefined {
  if (value === null || value === undefined) return field.required ? { code: 'REQUIRED' } : undefined;
  if (field.type === 'Checkbox') return unless(typeof value === 'boolean', 'WRONG_TYPE');
  if (typeof value !== 'string') return { code: 'WRONG_TYPE' };
  if (value === '' && field.required) return { code: 'REQUIRED' };
  return rules[field.type]?.(value, field.config);
}

function unless(holds: boolean, code: Found['code']): Found | undefined {
  return holds ? undefined : { code };
}

/** Written exactly as the pattern has it: `parse` alone would also take `1999-1-1` for `yyyy-MM-dd`. */
function isDate(value: string, pattern: string) {
  return accepts(() => {
    const date = parse(value, pattern, new Date());
    if (!isValid(date) || formatDate(date, pattern) !== value) throw new RangeError(pattern);
  });
}

function isWebAddress(value: string, protocols: readonly string[]) {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol);
}

function matches(value: string, pattern: string) {
  const script = new Script('new RegExp(pattern).test(value)');
  try {
    return script.runInNewContext({ pattern, value }, { timeout: regexTimeoutMs }) === true;
  } catch {
    return false;
  }
}

function accepts(use: () => unknown) {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
