import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one deploys, and which part of it a file belongs to: the first that fits. */
const folder = fileURLToPath(new URL('../../apps/api/dist', import.meta.url));
const parts = {
  'source maps of the server': /^[^/]*\.map$/,
  'embedded database': /^(pglite|initdb)\./,
  app: /^web\//,
  server: /./,
};

/** MB of 1 000 000 bytes, part by part. */
export async function weighDeployable() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((file) => join(file.parentPath, file.name));
  const sizes = new Map(Object.keys(parts).map((part) => [part, { files: 0, bytes: 0 }]));
  for (const file of files) {
    const name = relative(folder, file).replaceAll('\\', '/');
    const [part = ''] = Object.entries(parts).find(([, pattern]) => pattern.test(name)) ?? [];
    const size = sizes.get(part);
    if (!size) continue;
    size.files += 1;
    size.bytes += (await stat(file)).size;
  }
  const all = { files: files.length, bytes: [...sizes.values()].reduce((sum, { bytes }) => sum + bytes, 0) };
  return [...sizes, ['all', all] as const].map(([part, { files, bytes }]) => ({
    part,
    files,
    MB: (bytes / 1_000_000).toFixed(1),
  }));
}
