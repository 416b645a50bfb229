import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');

it('the table of faults in the documentation names each fault that is tested, and no other', async () => {
  const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith('.test.ts'));
  const sources = await Promise.all(files.filter((file) => file !== 'table.test.ts').map(read));
  // A title begins with its fault and a colon; in brackets are the kinds of it that are tried.
  const titles = sources.flatMap((source) => [
    ...source.matchAll(/^(?: {2}|it\(|.*\]\)\(|.*const\)\()(['"])(.+?: .+?)\1,/gm),
  ]);
  const tested = titles.map(([, , title = '']) => title.split(/ \(|:/)[0]);
  const [, section = ''] = (await read('../../docs/measurements.md')).split('\n## Faults\n');
  const rows = [...section.matchAll(/^\| \*\*(.*?)\*\*/gm)].map(([, fault]) => fault);
  expect(rows).not.toHaveLength(0);
  expect(rows.sort()).toEqual(tested.sort());
});
