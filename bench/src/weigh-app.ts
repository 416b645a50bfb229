import { readdir, readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { z } from 'zod';

const Chunk = z.object({
  file: z.string(),
  name: z.string().optional(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
const Manifest = z.record(z.string(), Chunk);
type Manifest = z.infer<typeof Manifest>;

/** Compressed bytes; `total` counts everything, the page and its pictures included. */
export type Weight = Record<'script' | 'css' | 'total', { brotli: number; gzip: number }>;
export type Part = { name: string; kind: 'shell' | 'language' | 'later'; weight: Weight };

/**
 * The files of a built app, by when a browser asks for them: the shell that every page needs, and each chunk that
 * comes on demand with what it brings along. A file that two chunks share counts for both.
 * @param dist the folder of the build, with Vite's manifest in it
 */
export async function weighApp(dist: string): Promise<Part[]> {
  const manifest = Manifest.parse(JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')));
  const shell = new Set([...(await filesOfPage(dist)), ...closure(manifest, 'index.html')]);
  const onDemand = new Set(Object.values(manifest).flatMap(({ dynamicImports }) => dynamicImports));
  return Promise.all([
    part(dist, { name: 'shell', kind: 'shell', files: [...shell] }),
    ...[...onDemand].map((key) =>
      part(dist, {
        name: manifest[key]?.name ?? basename(key),
        kind: key.startsWith('src/locales/') ? 'language' : 'later',
        files: [...closure(manifest, key)].filter((file) => !shell.has(file)),
      }),
    ),
  ]);
}

/** The sum of several parts that a browser loads together. */
export function sum(weights: readonly Weight[]): Weight {
  const add = (of: keyof Weight) => ({
    brotli: weights.reduce((all, weight) => all + weight[of].brotli, 0),
    gzip: weights.reduce((all, weight) => all + weight[of].gzip, 0),
  });
  return { script: add('script'), css: add('css'), total: add('total') };
}

/** The page and the files of ours that it names; what the server makes, such as its configuration, is none. */
async function filesOfPage(dist: string): Promise<string[]> {
  const all = (await readdir(dist, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const named = await readFile(join(dist, 'index.html'), 'utf8');
  // Those of the pages wait for the one that is opened.
  const page = named.replace(/<link[^>]+data-pages[^>]+>/g, '');
  return all.filter((file) => file === 'index.html' || page.includes(`"/${file}"`));
}

/** A chunk, all that it imports statically, and their styles. */
function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const imported of chunk.imports) closure(manifest, imported, seen);
  for (const style of chunk.css) seen.add(style);
  return seen;
}

type PartFiles = Omit<Part, 'weight'> & { files: string[] };

async function part(dist: string, { name, kind, files }: PartFiles): Promise<Part> {
  return { name, kind, weight: sum(await Promise.all(files.map((file) => weigh(join(dist, file))))) };
}

/** One file, compressed as well as it can be. */
export async function weigh(file: string): Promise<Weight> {
  const content = await readFile(file);
  const total = { brotli: brotliCompressSync(content).length, gzip: gzipSync(content, { level: 9 }).length };
  const only = (extension: string) => (extname(file) === extension ? total : { brotli: 0, gzip: 0 });
  return { script: only('.js'), css: only('.css'), total };
}
