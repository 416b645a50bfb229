// Runs in every page of a journey and tells of each view that it goes through: see views.ts.
{
  const told = new Set();
  let isDue = false;
  // Long enough that a page which is being built is looked at once, and short enough that a person sees it too.
  const soonMs = 60;

  const kindOf = (element) => {
    const states = [':popover-open', ':disabled', ':checked'].filter((state) => element.matches(state));
    const names = element.getAttributeNames().filter((name) => name !== 'style');
    const hasText = [...element.childNodes].some(
      ({ nodeType, data }) => nodeType === 3 && data.trim() !== '',
    );
    return [element.localName, element.className.baseVal ?? element.className, names, states, hasText].join(
      ' ',
    );
  };

  /** The page as it stands, for a page that runs none of its scripts. */
  const picture = () => {
    const copy = document.documentElement.cloneNode(true);
    const popovers = copy.querySelectorAll('[popover]');
    document.querySelectorAll('[popover]').forEach((element, index) => {
      popovers[index].toggleAttribute('data-popped', element.matches(':popover-open'));
    });
    for (const element of copy.querySelectorAll('script, noscript, link[rel*=preload]')) element.remove();
    // The looks are chosen by who examines it.
    delete copy.dataset.theme;
    return `<!doctype html>${copy.outerHTML}`;
  };

  const look = () => {
    isDue = false;
    // The marks of the pseudo-locale stand between a name and what is to be read of it.
    if (document.documentElement.lang === 'en-XA') return;
    const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
    const heading = (dialog ?? document).querySelector('h1, h2')?.textContent ?? '';
    const brand = getComputedStyle(document.documentElement).getPropertyValue('--color-accent-strong');
    const all = [...((dialog ?? document.body)?.querySelectorAll('*') ?? [])];
    const isWaiting = all.some((element) => element.matches('[class*=pulse], [aria-busy=true]'));
    // Each page and dialog is a part, while it waits and when it has come; so is each kind of element, on either ground.
    const place = dialog || !heading ? heading : location.pathname;
    const kinds = all.map((element) => `${dialog ? 'dialog' : 'page'} ${brand} ${kindOf(element)}`);
    const parts = [...new Set([`${place} ${brand} ${isWaiting}`, ...kinds])];
    if (parts.every((part) => told.has(part))) return;
    for (const part of parts) told.add(part);
    window.tellView({ path: location.pathname, heading, parts, html: picture() });
  };

  if (location.origin === ORIGIN) {
    window.lookNow = look;
    new MutationObserver(() => {
      if (isDue) return;
      isDue = true;
      setTimeout(look, soonMs);
    }).observe(document, { subtree: true, childList: true, attributes: true });
    // What is acted on, and what is left, was seen, however quick somebody was.
    const lookIfDue = () => isDue && look();
    for (const act of ['pointerdown', 'keydown']) addEventListener(act, lookIfDue, true);
    navigation.addEventListener('navigate', lookIfDue);
  }
}
