import type { Page } from 'playwright-core';

/** What `Intl` and the server say of times and devices, in the English of the pseudo-locale. */
const made = new RegExp(
  [
    ...['January|February|March|April|May|June|July|August|September|October|November|December'],
    ...['AM|PM|at|in|ago|now|minutes?|hours?|days?|weeks?|months?|years?|GMT'],
    ...['Chrome|Safari|Firefox|HeadlessChrome|Linux|macOS|iOS|Windows|Android'],
    ...['United Kingdom'],
  ].join('|'),
  'g',
);

/** The texts of a page in the pseudo-locale that are neither marked nor part of `data`. */
export async function untranslated(page: Page, data: string): Promise<string[]> {
  const outside = await page.evaluate<string[]>(outsideOfMarks);
  return [...new Set(outside)].filter((text) => {
    const rest = text.replace(made, ' ').match(/\p{L}[\p{L}\p{N}’'.&-]*/gu) ?? [];
    return !data.includes(text) && rest.some((word) => !data.includes(word));
  });
}

/** A sentence may go on over several nodes, when an element is part of it. */
const outsideOfMarks = `(() => {
  const found = [];
  let depth = 0;
  const read = (text) => {
    for (const part of text.split(/(\\[!!|!!\\])/)) {
      if (part === '[!!') depth += 1;
      else if (part === '!!]') depth -= 1;
      else if (depth === 0 && /\\p{L}/u.test(part)) found.push(part.trim());
    }
  };
  const isSeen = (element) => element?.checkVisibility({ visibilityProperty: true });
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) if (isSeen(nodes.currentNode.parentElement)) read(nodes.currentNode.data);
  for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
    for (const element of document.querySelectorAll('[' + name + ']'))
      if (isSeen(element)) read(element.getAttribute(name));
  read(document.title);
  return found;
})()`;
