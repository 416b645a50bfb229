/**
 * - `active`: nothing speaks against the sign-in.
 * - `ended`: Logto or our server refused it; the person has to sign in again.
 * - `signed-out`: in this tab or another one.
 * - `suspended`, `gone`: the account itself is closed.
 * - `stuck`: it was refused again right after a new sign-in, so that one more automatic try would go in circles.
 */
export type Session = 'active' | 'ended' | 'signed-out' | 'suspended' | 'gone' | 'stuck';
