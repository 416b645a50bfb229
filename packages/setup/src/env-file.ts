import { chmod, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';

/** A file of variables as `.env` is: its text, and what Node would read from it. */
export type EnvFile = { path: string; text: string; values: Record<string, string | undefined> };

/** Reads the file; one that is not there is empty. */
export async function readEnvFile(path: string): Promise<EnvFile> {
  try {
    const text = await readFile(path, 'utf8');
    return { path: await realpath(path), text, values: parseEnv(text) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { path, text: '', values: {} };
    throw error;
  }
}

/**
 * Writes variables where they stood, or at the end; every other line stays as it is. The file is replaced in one
 * step and is its owner's alone, for it holds secrets.
 */
export async function writeEnvFile({ path, text }: EnvFile, values: Record<string, string>) {
  const draft = `${path}.${process.pid}.tmp`;
  await writeFile(draft, Object.entries(values).reduce(assign, text), { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, path);
}

/** The text of a file in which `key` has this value. */
export function assign(text: string, [key, value]: [string, string]): string {
  const line = `${key}=${quote(value)}`;
  const lines = text.split('\n');
  // Of several lines for one variable the last one counts.
  const place = lines.findLastIndex((each) => new RegExp(`^\\s*(export\\s+)?${key}\\s*=`).test(each));
  if (place >= 0) return lines.with(place, line).join('\n');
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;
}

const quote = (value: string) => (/^[\w.:/@%+,=-]*$/.test(value) ? value : `'${value}'`);
