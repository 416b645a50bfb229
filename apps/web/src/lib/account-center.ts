/** Where this app has what Logto's account center has below `/account`. */
const places = new Map([
  ['profile', '/profile'],
  ['security', '/sign-in'],
  ['email', '/sign-in/email'],
  ['phone', '/sign-in/phone'],
  ['username', '/sign-in/username'],
  ['password', '/sign-in/password'],
  ['authenticator-app', '/two-step/app'],
  ['backup-codes', '/two-step/codes'],
  ['backup-codes/manage', '/two-step'],
  ['passkey', '/two-step'],
  ['social', '/social'],
  ['sessions', '/devices'],
]);

/** The path here for one of the account center; what has no place of its own is where the whole is. */
export function fromAccountCenter(path: string): string | undefined {
  const [, whole = '', first = ''] = /^\/account\/(([^/]+).*?)\/?$/.exec(path) ?? [];
  return places.get(whole) ?? places.get(first);
}

/** A product that links to the account center has only to change the host. Comes before all that reads the address. */
export function followAccountCenterLink() {
  const path = fromAccountCenter(location.pathname);
  if (path) history.replaceState(history.state, '', path + location.search + location.hash);
}
