import type { UsernamePolicy } from '@account/procedures/schemas';
import type { CheckState } from '../../ui/checklist.tsx';

type CharacterKind = keyof UsernamePolicy['allowedChars'];

type Rule = { state: CheckState } & (
  | { kind: 'length'; min: number; max: number }
  | { kind: 'characters'; allowed: readonly CharacterKind[] }
  | { kind: 'start' }
);

const classes: Record<CharacterKind, string> = {
  lowercase: 'a-z',
  uppercase: 'A-Z',
  numbers: '0-9',
  underscore: '_',
};

/** What the tenant asks of a username, and whether one keeps to it. The server has the last word. */
export function usernameRules({ minLength, maxLength, allowedChars }: UsernamePolicy, text: string): Rule[] {
  const { lowercase, uppercase, numbers, underscore } = allowedChars;
  const allowed = (['lowercase', 'uppercase', 'numbers', 'underscore'] as const).filter(
    (kind) => ({ lowercase, uppercase, numbers, underscore })[kind],
  );
  const onlyAllowed = new RegExp(`^[${allowed.map((kind) => classes[kind]).join('')}]*$`);
  const state = (isKept: boolean): CheckState => (text === '' ? 'open' : isKept ? 'met' : 'broken');
  return [
    {
      kind: 'length',
      min: minLength,
      max: maxLength,
      state: state(text.length >= minLength && text.length <= maxLength),
    },
    { kind: 'characters', allowed, state: state(onlyAllowed.test(text)) },
    ...(numbers ? [{ kind: 'start' as const, state: state(!/^\d/.test(text)) }] : []),
  ];
}
