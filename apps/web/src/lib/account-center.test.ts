import { describe, expect, it } from 'vitest';
import { fromAccountCenter } from './account-center.ts';

describe('an address of the account center', () => {
  it.each([
    ['/account/email', '/sign-in/email'],
    ['/account/security/', '/sign-in'],
    ['/account/authenticator-app/replace', '/two-step/app'],
    ['/account/backup-codes/generate', '/two-step/codes'],
    ['/account/backup-codes/manage', '/two-step'],
    ['/account/passkey/add', '/two-step'],
    ['/account/social/github/remove', '/social'],
  ])('%s leads to %s', (path, place) => {
    expect(fromAccountCenter(path)).toBe(place);
  });

  it.each(['/account', '/account/', '/account/constructor', '/account//email', '/profile/account/email'])(
    'is not %s',
    (path) => {
      expect(fromAccountCenter(path)).toBeUndefined();
    },
  );
});
