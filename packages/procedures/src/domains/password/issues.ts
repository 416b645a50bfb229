import type { PasswordIssue } from '@account/logto-mgmt';
import type { FieldError, FieldErrorCode } from '../../trpc/problem-schemas.ts';

const codes: Readonly<Record<string, FieldErrorCode>> = {
  'password_rejected.too_short': 'TOO_SHORT',
  'password_rejected.too_long': 'TOO_LONG',
  'password_rejected.character_types': 'TOO_FEW_CHARACTER_TYPES',
  'password_rejected.unsupported_characters': 'CHARACTERS_NOT_ALLOWED',
  'password_rejected.pwned': 'LEAKED',
  'password_rejected.restricted.repetition': 'REPETITION',
  'password_rejected.restricted.sequence': 'SEQUENCE',
  'password_rejected.restricted.user_info': 'PERSONAL_INFO',
  'password_rejected.restricted.words': 'FORBIDDEN_WORDS',
};

/** A reason that a later Logto brings is still a reason. */
export function toFieldError({ code, interpolation }: PasswordIssue): FieldError {
  const limit = interpolation?.min ?? interpolation?.max;
  return {
    path: 'password',
    code: codes[code] ?? 'NOT_ALLOWED',
    ...(typeof limit === 'number' ? { limit } : {}),
  };
}
