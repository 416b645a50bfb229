import type { FieldError } from '../../trpc/problem-schemas.ts';
import type { UsernamePolicy } from './schemas.ts';

type Rule = Omit<FieldError, 'path'> & { isBroken: boolean };

/** Every rule that a username breaks, so that a person sees all of them at once. */
export function usernameViolations(username: string, policy: UsernamePolicy): FieldError[] {
  const { minLength, maxLength, allowedChars } = policy;
  const rules: Rule[] = [
    { code: 'STARTS_WITH_NUMBER', isBroken: /^\d/.test(username) },
    { code: 'CHARACTERS_NOT_ALLOWED', isBroken: /\W/.test(username) },
    { code: 'TOO_SHORT', limit: minLength, isBroken: username.length < minLength },
    { code: 'TOO_LONG', limit: maxLength, isBroken: username.length > maxLength },
    { code: 'LOWERCASE_NOT_ALLOWED', isBroken: !allowedChars.lowercase && /[a-z]/.test(username) },
    { code: 'UPPERCASE_NOT_ALLOWED', isBroken: !allowedChars.uppercase && /[A-Z]/.test(username) },
    { code: 'NUMBERS_NOT_ALLOWED', isBroken: !allowedChars.numbers && /\d/.test(username) },
    { code: 'UNDERSCORE_NOT_ALLOWED', isBroken: !allowedChars.underscore && username.includes('_') },
  ];
  return rules
    .filter(({ isBroken }) => isBroken)
    .map(({ isBroken, ...error }) => ({ path: 'username', ...error }));
}
