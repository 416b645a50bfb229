/** What somebody says they sign in with, as the server reads it. */
export function kindOf(identifier: string): 'email' | 'phone' | 'username' {
  if (identifier.includes('@')) return 'email';
  return /^\+?[\d\s().-]{5,}$/.test(identifier) ? 'phone' : 'username';
}
