import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const Manifest = z.object({ packageManager: z.string() });

/** The package manager that the workspace names, wherever it is run. */
async function pnpm(cwd: string, ...args: string[]) {
  const { packageManager } = Manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return run('npx', ['--yes', packageManager, ...args], { cwd });
}

/** Packs packages as they would be published. They have been built before. */
export async function pack<Name extends string>(names: readonly Name[], destination: string) {
  const packed = names.map(async (name) => {
    const { stdout } = await pnpm(
      join(root, 'packages', name),
      'pack',
      '--json',
      '--pack-destination',
      destination,
    );
    return [name, z.object({ filename: z.string() }).parse(JSON.parse(stdout)).filename] as const;
  });
  return new Map(await Promise.all(packed));
}

/** A project outside of the workspace, as another team would have it. */
export async function createProject(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'project-'));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return {
    folder,
    install: () => pnpm(folder, 'install', '--prefer-offline', '--ignore-workspace'),
    /** What the compiler has to say. */
    compile: (...args: string[]) =>
      run(process.execPath, [compiler, ...args], { cwd: folder }).then(
        () => [],
        ({ stdout }: { stdout: string }) => stdout.trim().split('\n'),
      ),
    start: async (file: string, env: Record<string, string>) =>
      (await run(process.execPath, [file], { cwd: folder, env })).stdout,
    remove: () => rm(folder, { recursive: true }),
  };
}
