import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { en } from '../apps/web/src/locales/en/index.ts';
import type { View } from './axe.ts';

type Seen = Pick<View, 'path' | 'heading'>;

const source = fileURLToPath(new URL('../apps/web/src', import.meta.url));
const texts = flatten(en);

/** The pages and dialogs in the source of the app that none of these views shows. */
export async function unseen(views: readonly Seen[]): Promise<string[]> {
  const names = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.tsx'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(source, name), 'utf8') })),
  );
  const isShown = (titles: RegExp[]) =>
    views.some(({ heading }) => titles.some((title) => title.test(heading)));
  return files.flatMap(({ name, text }) => [
    ...routesIn(text).filter((route) => !views.some(({ path }) => path === route)),
    ...dialogsIn(text).flatMap((titles) => (isShown(titles) ? [] : [`a dialog of ${name}`])),
  ]);
}

/** Without what may follow a path, such as the editor that is open. */
function routesIn(text: string) {
  return [...text.matchAll(/^ {2}path: '(.+?)(?:\/\{-.*)?',$/gm)].map(([, path = '']) => path);
}

/** How the title of each dialog can read in English; what is put into a key or a text can be anything. */
function dialogsIn(text: string) {
  const domains = [...text.matchAll(/useTranslation\(\[?'(\w+)'/g)].map(([, domain = '']) => domain);
  const titles = [...text.matchAll(/<(?:Confirm)?Dialog\s+title=\{(.*\bt\(.*)/g)].map(
    ([, title = '']) => title,
  );
  return titles.map((title) => {
    const keys = [...title.matchAll(/['`]([\w.${}]+)['`]/g)].map(([, key = '']) => key);
    const wanted = domains.flatMap((domain) =>
      keys.map((key) => asPattern(`${domain}.${key}`, /\$\{\w+\}/g)),
    );
    return texts
      .filter(([key]) => wanted.some((pattern) => pattern.test(key)))
      .map(([, text]) => asPattern(text, /\{\{\w+\}\}/g));
  });
}

function asPattern(text: string, gap: RegExp) {
  return new RegExp(
    `^${text
      .split(gap)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
  );
}

/** Every text with its key, `domain.group.name`. */
function flatten(texts: object, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
