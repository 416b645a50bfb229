import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from 'node:process';
import type { Browser, BrowserContext } from 'playwright-core';
import { createAudit, type View } from './axe.ts';

const watch = await readFile(new URL('watch-views.js', import.meta.url), 'utf8');

/**
 * Every page and dialog that any journey meets is held against axe in all looks, and again whenever something new
 * appears in it; on a page beside the journey, and once in a run. Nobody has to think of it.
 */
export function watchViews(browser: Browser, url: string) {
  const { VIEWS_FOLDER: folder } = env;
  const views: View[] = [];
  let audit: ReturnType<typeof createAudit> | undefined;
  return {
    /** Before its pages are used. */
    async open(context: BrowserContext) {
      if (!folder) return;
      await context.exposeFunction('tellView', (view: View) => void views.push(view));
      await context.addInitScript(watch.replace('ORIGIN', JSON.stringify(url)));
    },

    /** What is wrong with the views that nobody in this run has examined yet. */
    async findings() {
      const findings: string[] = [];
      for (const view of views.splice(0)) {
        if (!folder || !(await isNew(folder, view))) continue;
        audit ??= createAudit(browser, url);
        findings.push(...(await (await audit)(view)));
      }
      return findings;
    },
  };
}

/** The files of a run are in processes of their own: who is the first to write a part down examines the view. */
async function isNew(folder: string, { parts, path, heading }: View) {
  const firsts = await Promise.all(
    parts.map((part) => {
      const file = join(folder, createHash('sha256').update(part).digest('hex'));
      return writeFile(file, JSON.stringify({ path, heading }), { flag: 'wx' }).then(
        () => true,
        () => false,
      );
    }),
  );
  return firsts.includes(true);
}
