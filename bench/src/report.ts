import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

type Cell = string | number;

/** Writes a result with the circumstances it was taken under to `.data/<name>.json`. */
export async function writeResult(name: string, result: object) {
  const file = fileURLToPath(new URL(`../.data/${name}.json`, import.meta.url));
  await mkdir(fileURLToPath(new URL('../.data', import.meta.url)), { recursive: true });
  await writeFile(file, `${JSON.stringify({ ...circumstances(), ...result }, null, 2)}\n`);
  print(`Written to ${relative(process.cwd(), file)}\n`);
}

/** Markdown, so that a document can quote a run as it is. */
export function table(rows: readonly Record<string, Cell>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly Cell[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((column) => (typeof rows[0]?.[column] === 'number' ? '---:' : '---'));
  return [columns, rule, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map(line)
    .join('\n');
}

export function print(text: string) {
  process.stdout.write(`${text}\n`);
}

function circumstances() {
  return {
    commit: commit(),
    takenAt: new Date().toISOString(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAverage: loadavg().map((load) => Math.round(load * 100) / 100),
  };
}

/** With `+` behind it when files differ from the commit. */
function commit() {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', '-uno') ? '+' : '');
  } catch {
    return 'unknown';
  }
}
