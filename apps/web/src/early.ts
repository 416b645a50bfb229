import { fromAccountCenter } from './lib/account-center.ts';
import { loadMessages, preferred } from './lib/languages.ts';
import { pageName } from './lib/page-name.ts';
import { returnPath } from './lib/return-path.ts';
import { tabMemory } from './lib/storage.ts';

/* Runs while the app is still being loaded, which then finds its texts and the code of the page there. */

// When they cannot be had, the app says so.
loadMessages(preferred()).catch(() => undefined);

const { pathname, origin } = location;
const path = pathname === '/callback' ? returnPath(tabMemory.get('return-path'), origin) : pathname;
const page = pageName(fromAccountCenter(path) ?? path);
for (const link of document.querySelectorAll<HTMLLinkElement>('link[data-pages]')) {
  if (link.dataset.pages?.split(' ').includes(page)) link.media = 'all';
}
