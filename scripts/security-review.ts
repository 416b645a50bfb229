import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exit, stderr } from 'node:process';
import { fileURLToPath } from 'node:url';

/** Holds docs/security-review.md to the repository: nothing it cites may be gone, and no requirement may be missing. */
const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(join(root, 'docs/security-review.md'), 'utf8');

/** How many requirements of the levels that the page is about each chapter of ASVS 5.0.0 has. */
const counts = [27, 11, 19, 10, 9, 47, 19, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

function* testsUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !['node_modules', 'dist'].includes(entry.name)) yield* testsUnder(path);
    else if (/\.test\.tsx?$/.test(entry.name)) yield readFileSync(join(root, path), 'utf8');
  }
}

function missingRequirements() {
  const [assessed = ''] = page.split('\n## Gaps');
  const ids = [...assessed.matchAll(/^\| (\d[\d., ]*) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id} stands twice`);
  const short = counts.flatMap((count, index) => {
    const found = ids.filter((id) => id.startsWith(`${index + 1}.`)).length;
    return found === count ? [] : [`V${index + 1} has ${found} of ${count} requirements`];
  });
  return [...twice, ...short];
}

function missingEvidence() {
  const tests = ['apps', 'packages', 'e2e'].flatMap((folder) => [...testsUnder(folder)]).join('\n');
  const titles = [...page.matchAll(/“([^”]+)”/g)].map(([, title = '']) => title);
  const paths = [...page.matchAll(/`([\w./-]+\.(?:tsx?|json|ya?ml|md|example))`/g)].map(
    ([, path = '']) => path,
  );
  const isThere = (path: string) =>
    [root, join(root, 'packages/procedures/src')].some((base) => existsSync(join(base, path)));
  const isTitle = (title: string) => ["'", '`', '"'].some((quote) => tests.includes(quote + title + quote));
  return [
    ...titles.filter((title) => title !== 'title' && !isTitle(title)).map((title) => `no test “${title}”`),
    ...paths.filter((path) => !isThere(path)).map((path) => `no file ${path}`),
    ...[...page.matchAll(/^\|[^|]*\|[^|]*\| met \|([^|]*)\|/gm)]
      .filter(([, evidence = '']) => !/`|“|\]\(|the same test/.test(evidence))
      .map(([row]) => `no evidence in ${row}`),
  ];
}

const faults = [...missingRequirements(), ...missingEvidence()];
if (faults.length > 0) {
  stderr.write(`docs/security-review.md: ${faults.join('\ndocs/security-review.md: ')}\n`);
  exit(1);
}
