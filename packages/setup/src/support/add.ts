import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { parse } from '../options.ts';
import { type SupportCommand, supportCommands } from './commands.ts';

/** `account support …`: one command for every line of the table. */
export function addSupport(account: Command, io: Io, done: (code: number) => void) {
  const support = account
    .command('support')
    .description('Help people with their accounts')
    .addHelpText('after', notes);
  for (const entry of supportCommands) {
    const command = support.command(entry.usage).description(entry.summary);
    for (const option of entry.options) command.addOption(option);
    if (entry.isAct) command.option('--yes', 'do it without asking');
    command
      .option('--public-url <url>', 'where people open the app (ACCOUNT_PUBLIC_URL)')
      .option('--token-env <name>', 'a variable with your access token, in place of signing in')
      .option(
        '--port <number>',
        'where the browser comes back to on this machine (default: any that is free)',
      )
      .option('--dotenv <path>', 'where the variables are kept', '.env')
      .option('--json', 'print the answer for programs')
      .action(async () => {
        // Brings the client with it, which the other commands need not wait for.
        const { runSupport, SupportOptions } = await import('./run.ts');
        const options = parse(SupportOptions, command.opts());
        done(await runSupport(io, { command: entry, given: givenTo(command, entry), options }));
      });
  }
}

/** What the procedure is given: arguments and options under the names of its fields. */
function givenTo(command: Command, { options }: SupportCommand): Record<string, unknown> {
  const values = command.opts<Record<string, unknown>>();
  return Object.fromEntries([
    ...command.registeredArguments.map((argument, index) => [
      camelCase(argument.name()),
      command.args[index],
    ]),
    ...options
      .map((option) => option.attributeName())
      .flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])),
  ]);
}

const camelCase = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const notes = `
You sign in with the browser, and your role has to grant account:support. Whatever changes an account asks you to sign in
anew, wants a reason, and stands in the journal with both of you.

Exit codes: 0 done, 1 it failed or was refused, 2 nobody agreed to it.`;
