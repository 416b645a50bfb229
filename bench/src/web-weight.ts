import { fileURLToPath } from 'node:url';
import budgets from '../budgets.json' with { type: 'json' };
import { print, table, writeResult } from './report.ts';
import { sum, type Weight, weighApp } from './weigh-app.ts';

/** What a browser downloads for each page of the built app, held against the budgets. */
const parts = await weighApp(fileURLToPath(new URL('../../apps/web/dist', import.meta.url)));
const first = sum([
  ...parts
    .filter(({ kind, name }) => kind === 'shell' || name === 'overview-page')
    .map(({ weight }) => weight),
  heaviestLanguage(),
]);
/** Data that one dialog asks for when it is opened; no page waits for it. */
const dataBudgets = new Map(Object.entries(budgets.dataScriptKb));
const later = parts.filter(({ kind }) => kind === 'later');

const checks = [
  { what: 'script of the first screen', weight: first.script, budgetKb: budgets.firstScreenScriptKb },
  ...later.map(({ name, weight }) => ({
    what: `script of ${name}`,
    weight: weight.script,
    budgetKb: dataBudgets.get(name) ?? budgets.laterScriptKb,
  })),
  {
    what: 'all styles',
    weight: sum(parts.map(({ weight }) => weight)).css,
    budgetKb: budgets.cssKb,
  },
].map(({ what, weight, budgetKb }) => ({ what, kb: weight.brotli / 1000, budgetKb }));

print(
  `\n${table([
    ...parts.map(({ name, weight }) => row(name, weight)),
    row('**first screen**: shell, longest language, overview', first),
  ])}\n`,
);
print(
  `${table(
    checks.map(({ what, kb, budgetKb }) => ({
      'kB brotli': what,
      is: kb.toFixed(1),
      'may be': budgetKb,
      '': kb > budgetKb ? '**too heavy**' : '',
    })),
  )}\n`,
);
await writeResult('web-weight', { parts, checks });
process.exitCode = checks.some(({ kb, budgetKb }) => kb > budgetKb) ? 1 : 0;

function heaviestLanguage(): Weight {
  const languages = parts.filter(({ kind }) => kind === 'language').map(({ weight }) => weight);
  return languages.reduce((one, other) => (one.total.brotli > other.total.brotli ? one : other), sum([]));
}

function row(part: string, { script, css, total }: Weight) {
  const kb = ({ brotli, gzip }: Weight['total']) =>
    `${(brotli / 1000).toFixed(1)} / ${(gzip / 1000).toFixed(1)}`;
  return { 'kB brotli / gzip': part, script: kb(script), styles: kb(css), all: kb(total) };
}
