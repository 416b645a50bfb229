import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process, { env } from 'node:process';
import type { TestProject } from 'vitest/node';
import { unseen } from './unseen.ts';

/** Where the journeys of a run write down what they have seen. All of them together have to see all that there is. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'account-views-'));
  env.VIEWS_FOLDER = folder;
  return async () => {
    delete env.VIEWS_FOLDER;
    const files = await readdir(folder);
    const views = await Promise.all(
      files.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))),
    );
    await rm(folder, { recursive: true });
    const missing = (await isWhole(project)) ? await unseen(views) : [];
    if (missing.length === 0) return;
    // Vitest reports what a teardown throws, and calls the run a success all the same.
    process.exitCode = 1;
    throw new Error(`No journey leads to:\n${missing.join('\n')}`);
  };
}

async function isWhole(project: TestProject) {
  const { testFiles } = await project.globTestFiles();
  return project.vitest.state.getFiles().length === testFiles.length && !project.config.testNamePattern;
}
