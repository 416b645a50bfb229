import { text } from 'node:stream/consumers';

/** Reads `pnpm licenses list --prod --json`, and fails when something we ship is under terms that nobody has agreed to. */
const agreed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** `(MIT OR CC0-1.0)`: one of them is enough. `MIT AND ISC`: all are needed. */
function isAgreed(licence: string) {
  const choices = licence.replace(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((name) => agreed.has(name.trim())));
}

type Listed = Record<string, { name: string; versions: string[] }[]>;
const listed: Listed = JSON.parse(await text(process.stdin));
const refused = Object.entries(listed).filter(([licence]) => !isAgreed(licence));
for (const [licence, packages] of refused) {
  const names = packages.map(({ name, versions }) => `${name} ${versions.join(', ')}`);
  process.stderr.write(`${licence}: ${names.join('; ')}\n`);
}
if (refused.length > 0) {
  process.stderr.write(
    'Nobody has agreed to these terms. Replace the package, or add the licence to scripts/licences.ts.\n',
  );
  process.exitCode = 1;
}
