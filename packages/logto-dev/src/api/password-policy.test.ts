import { describe, expect, it } from 'vitest';
import { checkPassword, PasswordPolicy } from './password-policy.ts';

const nobody = { name: null, username: null, email: null, phone: null };

function codes(
  password: string,
  stored: object = {},
  person: Partial<typeof nobody | Record<string, string>> = {},
) {
  const issues = checkPassword(password, PasswordPolicy.parse(stored), { ...nobody, ...person });
  return issues.map(({ code }) => code.replace('password_rejected.', ''));
}

describe('the password policy', () => {
  it('accepts an ordinary good password by default', () => {
    expect(codes('Meadow8-Lighthouse?')).toEqual([]);
  });

  it('limits the length and says which limit was broken', () => {
    expect(checkPassword('aB3$', PasswordPolicy.parse({}), nobody)).toEqual([
      { code: 'password_rejected.too_short', interpolation: { min: 8 } },
    ]);
    expect(codes('kx9'.repeat(86))).toEqual(['too_long']);
    expect(codes('aB3$', { length: { min: 4 } })).toEqual([]);
  });

  it('counts lower case, upper case, digits and symbols as kinds', () => {
    const three = { characterTypes: { min: 3 } };
    expect(codes('meadowlark8', three)).toEqual(['character_types']);
    expect(codes('meadow lark8', three)).toEqual([]);
  });

  it('refuses characters outside of ASCII', () => {
    expect(codes('pässwörd-bridge')).toEqual(['unsupported_characters']);
  });

  it('refuses leaked passwords unless told otherwise', () => {
    expect(codes('test_password')).toContain('pwned');
    expect(codes('test_password', { rejects: { pwned: false } })).toEqual([]);
  });

  it('refuses repetitions and sequences, forwards, backwards and on the keyboard', () => {
    expect(codes('aaaaaaaaK9')).toEqual(['restricted.repetition']);
    expect(codes('12345678')).toEqual(['restricted.sequence']);
    expect(codes('87654321')).toEqual(['restricted.sequence']);
    expect(codes('QWERTYUI')).toEqual(['restricted.sequence']);
    expect(codes('1qaz2wsx')).toEqual(['restricted.sequence']);
  });

  it('accepts a forbidden run beside three free characters', () => {
    expect(codes('12345678k')).toEqual(['restricted.sequence']);
    expect(codes('12345678kx')).toEqual(['restricted.sequence']);
    expect(codes('12345678kx9')).toEqual([]);
  });

  it('refuses what is known about the person', () => {
    expect(codes('doradale', {}, { name: 'Dora Dale' })).toEqual(['restricted.user_info']);
    expect(codes('DORA.DALE', {}, { email: 'dora.dale@example.com' })).toEqual(['restricted.user_info']);
    expect(codes('14155550101', {}, { phone: '14155550101' })).toContain('restricted.user_info');
    expect(codes('doradale', { rejects: { userInfo: false } }, { name: 'Dora Dale' })).toEqual([]);
  });

  it('refuses the words of the tenant', () => {
    expect(codes('AcmeAcme', { rejects: { words: ['acme'] } })).toEqual(['restricted.words']);
  });
});
