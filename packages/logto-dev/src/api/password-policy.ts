import { z } from 'zod';

const count = z.number().int().min(1);

/** The stored policy is partial; what is missing has these defaults. Lengths are in UTF-16 units. */
export const PasswordPolicy = z.object({
  length: z.object({ min: count.default(8), max: count.default(256) }).prefault({}),
  characterTypes: z.object({ min: count.max(4).default(1) }).prefault({}),
  rejects: z
    .object({
      pwned: z.boolean().default(true),
      repetitionAndSequence: z.boolean().default(true),
      userInfo: z.boolean().default(true),
      words: z.array(z.string()).default([]),
    })
    .prefault({}),
});
export type PasswordPolicy = z.infer<typeof PasswordPolicy>;

export type PasswordIssue = {
  code: `password_rejected.${string}`;
  interpolation?: { min: number } | { max: number };
};

/** What must not be found in a password; null where the person has none. */
export type PersonalWords = Record<'name' | 'username' | 'email' | 'phone', string | null>;

const shortestRun = 3;
/** A password passes when it has this many characters that belong to no forbidden run. */
const neededFreeCharacters = 3;
/** Stands for the list of haveibeenpwned.com. */
const leaked = new Set(['123456aA', 'test_password']);

const rows = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const columns = ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik', '9ol'];
const sequences = [...rows, ...columns]
  .flatMap((text) => [text, [...text].reverse().join('')])
  .flatMap((text) => [text, text.toUpperCase()]);

/** Finds out how many characters at the beginning of a text are forbidden. */
type Finder = { code: string; lengthAt: (rest: string) => number };

/** Every reason why the policy refuses the password; none means that it fits. */
export function checkPassword(
  password: string,
  policy: PasswordPolicy,
  person: PersonalWords,
): PasswordIssue[] {
  const { rejects } = policy;
  const finders: Finder[] = [
    ...(rejects.repetitionAndSequence
      ? [
          { code: 'repetition', lengthAt: repetitionAt },
          { code: 'sequence', lengthAt: sequenceAt },
        ]
      : []),
    { code: 'words', lengthAt: wordAt(rejects.words) },
    ...(rejects.userInfo ? [{ code: 'user_info', lengthAt: wordAt(wordsOf(person)) }] : []),
  ];
  return [
    ...lengthIssues(password, policy.length),
    ...characterIssues(password, policy.characterTypes.min),
    ...(rejects.pwned && leaked.has(password) ? [{ code: 'password_rejected.pwned' } as const] : []),
    ...restrictedIssues(password, finders),
  ];
}

function lengthIssues({ length }: string, { min, max }: PasswordPolicy['length']): PasswordIssue[] {
  if (length < min) return [{ code: 'password_rejected.too_short', interpolation: { min } }];
  if (length > max) return [{ code: 'password_rejected.too_long', interpolation: { max } }];
  return [];
}

function characterIssues(password: string, min: number): PasswordIssue[] {
  if (!/^[ -~]*$/.test(password)) return [{ code: 'password_rejected.unsupported_characters' }];
  const types = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((type) => type.test(password));
  if (types.length >= min) return [];
  return [{ code: 'password_rejected.character_types', interpolation: { min } }];
}

function restrictedIssues(password: string, finders: Finder[]): PasswordIssue[] {
  const codes = new Set<string>();
  const covered = new Set<number>();
  for (let start = 0; start < password.length; start += 1) {
    for (const { code, lengthAt } of finders) {
      const length = lengthAt(password.slice(start));
      if (length > 0) codes.add(code);
      for (let index = start; index < start + length; index += 1) covered.add(index);
    }
  }
  if (covered.size <= Math.max(1, password.length - neededFreeCharacters)) return [];
  return [...codes].map((code) => ({ code: `password_rejected.restricted.${code}` }));
}

const asRun = (length: number) => (length >= shortestRun ? length : 0);

function repetitionAt(rest: string) {
  const [first] = rest;
  const characters = [...rest];
  const end = characters.findIndex((character) => character !== first);
  return asRun(end === -1 ? characters.length : end);
}

function sequenceAt(rest: string) {
  let length = 1;
  while (length < rest.length && sequences.some((text) => text.includes(rest.slice(0, length + 1))))
    length += 1;
  return asRun(length);
}

const wordAt = (words: string[]) => (rest: string) =>
  Math.max(
    0,
    ...words.filter((word) => rest.toLowerCase().startsWith(word.toLowerCase())).map((word) => word.length),
  );

function wordsOf({ name, username, email, phone }: PersonalWords): string[] {
  const names = name ? [name, name.replaceAll(/\s+/g, ''), ...name.split(' ')] : [];
  return [...names, username ?? '', email?.split('@')[0] ?? '', phone ?? ''];
}
