/** Pages that are steps of signing in or out: to come back to one of them leads nowhere. */
const steps = new Set(['/callback', '/signed-out']);

/**
 * Where to go after sign-in: a path of this app, whatever the stored or linked text says. Anything else, such as
 * another site's address, becomes the first page.
 */
export function returnPath(wanted: string | null | undefined, origin: string): string {
  if (!wanted?.startsWith('/') || !URL.canParse(wanted, origin)) return '/';
  const url = new URL(wanted, origin);
  if (url.origin !== origin || steps.has(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
