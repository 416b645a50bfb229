import { CliError } from './io.ts';

/** Of this machine, where nobody listens in. */
export const isLocal = ({ hostname }: URL) => hostname === 'localhost' || hostname === '127.0.0.1';

/** Browsers give pages the means to sign in only over https, and on this machine. */
export function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url));
  if (!url || !isSafe || url.pathname !== '/' || url.search || url.hash)
    throw new CliError('--public-url must be an https address without a path, or http on localhost.');
  return url.origin;
}
