/** In the address of whoever comes back. */
const mark = 'changed';

/** A page of Logto's on which the person changes their account, and comes back to `path` here afterwards. */
export function addressElsewhere(page: string, path: string, language: string) {
  const url = new URL(page);
  url.searchParams.set('redirect', `${location.origin}${path}?${mark}`);
  url.searchParams.set('ui_locales', language);
  return url.href;
}

/** Whether the person comes back just now. Once: the address is that of the page afterwards. */
export function takeReturn() {
  const url = new URL(location.href);
  if (!url.searchParams.has(mark)) return false;
  url.searchParams.delete(mark);
  history.replaceState(history.state, '', url);
  return true;
}
