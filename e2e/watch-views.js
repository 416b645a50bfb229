// Runs in every page of a journey and tells of each view that it goes through: see views.ts.
{
  const told = new Set();
  let isDue = false;

  const kindOf = (element) => {
    const states = [':popover-open', ':disabled', ':checked'].filter((state) => element.matches(state));
    const names = element.getAttributeNames().filter((name) => name !== 'style');
    const hasText = element.textContent.trim() !== '';
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
    const place = `${dialog || !heading ? heading : location.pathname} ${brand}`;
    const all = [...((dialog ?? document.body)?.querySelectorAll('*') ?? [])];
    const parts = [...new Set(all.map((element) => `${place} ${kindOf(element)}`))];
    if (parts.every((part) => told.has(part))) return;
    for (const part of parts) told.add(part);
    window.tellView({ path: location.pathname, heading, parts, html: picture() });
  };

  if (location.origin === ORIGIN) {
    window.lookNow = look;
    new MutationObserver(() => {
      if (isDue) return;
      isDue = true;
      requestAnimationFrame(look);
    }).observe(document, { subtree: true, childList: true, attributes: true });
  }
}
