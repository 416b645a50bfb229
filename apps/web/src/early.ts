import { fromAccountCenter } from './lib/account-center.ts';
import { loadMessages, preferred } from './lib/languages.ts';
import { returnPath } from './lib/return-path.ts';
import { tabMemory } from './lib/storage.ts';

/* Runs while the app is still being loaded, which then finds its texts and the code of the page there. */

// When they cannot be had, the app says so.
loadMessages(preferred()).catch(() => undefined);

const { pathname, origin } = location;
const path = pathname === '/callback' ? returnPath(tabMemory.get('return-path'), origin) : pathname;
const [, name = ''] = (fromAccountCenter(path) ?? path).split(/[/?#]/);
for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-pages]')) {
  const isOfPage = link.dataset.pages?.split(' ').includes(`${name || 'overview'}-page`);
  if (isOfPage) link.media = 'all';
}
