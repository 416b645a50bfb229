import { env } from 'node:process';
import { connections } from './load.ts';
import type { View } from './view.ts';

/** The security page of Logto's own Account Center, as its source asks for it (packages/account of release 1.42). */
const waves = [
  ['/api/.well-known/sign-in-exp', '/api/.well-known/account-center', '/api/my-account'],
  // The texts come before the page knows what to show.
  ['/api/.well-known/phrases?lng=en'],
  ['/api/my-account/mfa-verifications', '/api/my-account/mfa-settings'],
] as const;

/**
 * @param url where Logto is
 * @returns its page, with the tokens of `LOGTO_ACCESS_TOKENS` (opaque, separated by commas) dealt out to all connections
 */
export function accountCenter(url: string): { view: View; tokens: string[] } {
  const given = (env.LOGTO_ACCESS_TOKENS ?? '').split(',').filter(Boolean);
  if (given.length === 0) throw new Error('LOGTO_ACCESS_TOKENS has no access token for the Account API');
  const tokens = Array.from({ length: connections }, (_, index) => given[index % given.length] ?? '');
  return { view: { url, waves }, tokens };
}
