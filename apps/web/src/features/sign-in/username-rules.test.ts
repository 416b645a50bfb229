import type { UsernamePolicy } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { usernameRules } from './username-rules.ts';

const policy: UsernamePolicy = {
  minLength: 3,
  maxLength: 8,
  allowedChars: { lowercase: true, uppercase: false, numbers: true, underscore: true },
  caseSensitive: false,
};
const states = (text: string, changed: Partial<UsernamePolicy> = {}) =>
  Object.fromEntries(usernameRules({ ...policy, ...changed }, text).map(({ kind, state }) => [kind, state]));

describe('the rules of a username', () => {
  it.each([
    ['', { length: 'open', characters: 'open', start: 'open' }],
    ['ada_1', { length: 'met', characters: 'met', start: 'met' }],
    ['ad', { length: 'broken', characters: 'met', start: 'met' }],
    ['adalovelace', { length: 'broken', characters: 'met', start: 'met' }],
    ['Ada', { length: 'met', characters: 'broken', start: 'met' }],
    ['1ada', { length: 'met', characters: 'met', start: 'broken' }],
    ['ada\n', { length: 'met', characters: 'broken', start: 'met' }],
  ])('are kept or broken by %j', (text, expected) => {
    expect(states(text)).toEqual(expected);
  });

  it('say nothing of a number at the start where none is allowed anywhere', () => {
    const allowedChars = { ...policy.allowedChars, numbers: false };
    expect(states('1ada', { allowedChars })).toEqual({ length: 'met', characters: 'broken' });
  });
});
