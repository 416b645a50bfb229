import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';

/** What a page showed at one moment of a journey. */
export type View = {
  path: string;
  /** Of the page, or of the dialog over it. */
  heading: string;
  /** Which page or dialog it is, and the kinds of elements that it is made of, in the colours of this tenant. */
  parts: string[];
  html: string;
};

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const options = JSON.stringify({ runOnly: tags, resultTypes: ['violations'] });

/** Each view is held to all of it: both themes, both directions, and the narrowest screen. */
const looks = [
  { look: 'light', colorScheme: 'light', width: 1280, dir: 'ltr' },
  { look: 'dark, 320 px, right to left', colorScheme: 'dark', width: 320, dir: 'rtl' },
] as const;

/** Only a script can show a dialog over the rest of the page. */
const raise = `
  for (const dialog of document.querySelectorAll('dialog[open]')) {
    dialog.removeAttribute('open');
    dialog.showModal();
  }
  for (const popover of document.querySelectorAll('[data-popped]')) popover.showPopover();
`;

/** A page beside the journeys that says what is wrong with a view of them, one line a finding. */
export async function createAudit(browser: Browser, url: string) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  const address = `${url}/view`;
  let html = '';
  await page.route('**', (route) => {
    const wanted = route.request().url();
    if (wanted === address) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    return wanted.startsWith(url) ? route.continue() : route.abort();
  });
  await page.addInitScript(source);
  return async (view: View): Promise<string[]> => {
    html = view.html;
    await page.goto(address);
    await page.evaluate(raise);
    const findings: string[] = [];
    for (const { look, colorScheme, width, dir } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(`document.documentElement.dir = '${dir}'`);
      const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
      const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth'))
        found.push('scrolls sideways');
      findings.push(...found.map((finding) => `${view.path} “${view.heading}” (${look}): ${finding}`));
    }
    return findings;
  };
}
