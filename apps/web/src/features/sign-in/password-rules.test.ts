import type { PasswordPolicy } from '@account/procedures/schemas';
import { describe, expect, it } from 'vitest';
import { isWorthChecking, passwordRules, unexplained } from './password-rules.ts';

const policy: PasswordPolicy = {
  minLength: 8,
  maxLength: 256,
  minCharacterTypes: 2,
  rejectsLeaked: true,
  rejectsRepetitionAndSequence: true,
  rejectsPersonalInfo: true,
  forbiddenWords: ['harbor'],
};
const lax = {
  minCharacterTypes: 1,
  rejectsLeaked: false,
  rejectsRepetitionAndSequence: false,
  rejectsPersonalInfo: false,
  forbiddenWords: [],
};
const states = (...[password, found]: [string, Parameters<typeof passwordRules>[2]]) =>
  Object.fromEntries(passwordRules(policy, password, found).map(({ rule, state }) => [rule, state]));

describe('the rules of a password', () => {
  it('are only those that the tenant has', () => {
    expect(passwordRules({ ...policy, ...lax }, '', undefined)).toEqual([{ rule: 'length', state: 'open' }]);
  });

  it('are counted at once where that is possible, and open until the server has looked', () => {
    expect(states('abcdefgh', undefined)).toEqual({
      length: 'met',
      types: 'broken',
      patterns: 'open',
      personal: 'open',
      words: 'open',
      leaked: 'open',
    });
  });

  it('are broken by what the server has found, and the others kept', () => {
    expect(states('harbor-1234', ['SEQUENCE', 'FORBIDDEN_WORDS'])).toEqual({
      length: 'met',
      types: 'met',
      patterns: 'broken',
      personal: 'met',
      words: 'broken',
      leaked: 'met',
    });
  });
});

it('the server is asked only about a password that is long and mixed enough', () => {
  expect(isWorthChecking(policy, 'abc1')).toBe(false);
  expect(isWorthChecking(policy, 'abcdefgh')).toBe(false);
  expect(isWorthChecking(policy, 'abcdefg1')).toBe(true);
});

it('a reason that no rule stands for is told beside the field', () => {
  expect(unexplained(['LEAKED'])).toBeUndefined();
  expect(unexplained(['LEAKED', 'CHARACTERS_NOT_ALLOWED'])).toBe('CHARACTERS_NOT_ALLOWED');
});
