import process, { cwd, env, stderr, stdin, stdout } from 'node:process';
import { text } from 'node:stream/consumers';
import { runCli } from './cli.ts';
import { terminalPrompts } from './prompts.ts';

// biome-ignore lint/style/noProcessEnv: the process is where the environment comes from
const isAnswerable = stdin.isTTY && stdout.isTTY && !env.CI;

process.exitCode = await runCli(process.argv.slice(2), {
  env,
  folder: cwd(),
  write: (line) => stdout.write(`${line}\n`),
  writeError: (line) => stderr.write(`${line}\n`),
  readStdin: () => text(stdin),
  openBrowser: (address) =>
    void import('open').then(({ default: open }) => open(address)).catch(() => undefined),
  prompts: isAnswerable ? terminalPrompts : undefined,
});
