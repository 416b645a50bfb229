import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LogtoDev } from '@account/logto-dev';
import { type Io, type Prompts, runCli } from '../src/cli.ts';

/** Somebody at a terminal in an empty folder of their own. */
export async function openTerminal() {
  const folder = await mkdtemp(join(tmpdir(), 'account-setup-'));
  const printed: string[] = [];

  async function run(args: string[], given: Partial<Io> = {}) {
    const out: string[] = [];
    const err: string[] = [];
    const code = await runCli(args, {
      env: {},
      folder,
      write: (text) => out.push(text),
      writeError: (text) => err.push(text),
      readStdin: async () => '',
      openBrowser: () => {},
      ...given,
    });
    printed.push(...out, ...err);
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  return {
    folder,
    run,
    /** Everything that was ever printed here. */
    printed: () => printed.join('\n'),
    close: () => rm(folder, { recursive: true }),
  };
}

/** Gives the same answer to every question. */
export const answering = (answer: boolean): Prompts => ({
  confirm: async () => answer,
  text: async () => undefined,
  secret: async () => undefined,
  progress: () => ({ advance: () => {}, stop: () => {} }),
});

/** The options with which a new tenant is reached; the secret stays out of them. */
export const bootstrapArgs = ({ endpoint, bootstrap }: LogtoDev) => [
  ...['--endpoint', endpoint],
  ...['--app-id', bootstrap.appId],
];
