import type { FieldErrorCode, PasswordPolicy } from '@account/procedures/schemas';
import type { CheckState } from '../../ui/checklist.tsx';

export type PasswordRule = 'length' | 'types' | 'leaked' | 'patterns' | 'personal' | 'words';

/** Which of our rules the server's reasons belong to. */
const ruleOf: Partial<Record<FieldErrorCode, PasswordRule>> = {
  TOO_SHORT: 'length',
  TOO_LONG: 'length',
  TOO_FEW_CHARACTER_TYPES: 'types',
  LEAKED: 'leaked',
  REPETITION: 'patterns',
  SEQUENCE: 'patterns',
  PERSONAL_INFO: 'personal',
  FORBIDDEN_WORDS: 'words',
};

const characterTypes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/**
 * The rules of the tenant, each with whether a password keeps it. Length and kinds of characters are counted here, the
 * rest is the server's to say: open until it has.
 * @param found what the server has found in exactly this password; `undefined` while it has not looked
 */
export function passwordRules(
  policy: PasswordPolicy,
  password: string,
  found: readonly FieldErrorCode[] | undefined,
): { rule: PasswordRule; state: CheckState }[] {
  const broken = new Set(found?.map((code) => ruleOf[code]));
  const counted = (isKept: boolean): CheckState => (password === '' ? 'open' : isKept ? 'met' : 'broken');
  const asked = (rule: PasswordRule): CheckState => {
    if (found === undefined) return 'open';
    return broken.has(rule) ? 'broken' : 'met';
  };
  return [
    { rule: 'length', state: counted(fits(policy, password)) },
    ...(policy.minCharacterTypes > 1
      ? [{ rule: 'types' as const, state: counted(countTypes(password) >= policy.minCharacterTypes) }]
      : []),
    ...(policy.rejectsRepetitionAndSequence ? [{ rule: 'patterns' as const, state: asked('patterns') }] : []),
    ...(policy.rejectsPersonalInfo ? [{ rule: 'personal' as const, state: asked('personal') }] : []),
    ...(policy.forbiddenWords.length > 0 ? [{ rule: 'words' as const, state: asked('words') }] : []),
    ...(policy.rejectsLeaked ? [{ rule: 'leaked' as const, state: asked('leaked') }] : []),
  ];
}

/** Whether it is worth asking the server about. */
export function isWorthChecking(policy: PasswordPolicy, password: string) {
  return fits(policy, password) && countTypes(password) >= policy.minCharacterTypes;
}

/** Reasons that no rule of the list explains. */
export function unexplained(found: readonly FieldErrorCode[] = []) {
  return found.find((code) => ruleOf[code] === undefined);
}

function fits({ minLength, maxLength }: PasswordPolicy, { length }: string) {
  return length >= minLength && length <= maxLength;
}

function countTypes(password: string) {
  return characterTypes.filter((type) => type.test(password)).length;
}
