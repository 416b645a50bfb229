import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path.ts';

const origin = 'https://account.example';

describe('the way back after sign-in', () => {
  it('keeps a path of this app with its query and hash', () => {
    expect(returnPath('/profile?edit=name#about', origin)).toBe('/profile?edit=name#about');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'profile',
    '',
    null,
  ])('never leaves this site (%j)', (wanted) => {
    expect(new URL(returnPath(wanted, origin), origin).origin).toBe(origin);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://account.example/profile'])(
    'goes to the first page for anything but a plain path (%j)',
    (wanted) => {
      expect(returnPath(wanted, origin)).toBe('/');
    },
  );

  it.each(['/callback?code=1&state=2', '/signed-out'])(
    'never returns to a step of signing in or out (%j)',
    (wanted) => {
      expect(returnPath(wanted, origin)).toBe('/');
    },
  );
});
