import { Command, CommanderError } from 'commander';
import { defaultGrantRole, GrantOptions, runGrant } from './grant.ts';
import { CliError, type Io } from './io.ts';
import { parse } from './options.ts';
import { runSetup, SetupOptions } from './setup/command.ts';
import { addSupport } from './support/add.ts';

export { DoctorReport } from './doctor/finding.ts';
export { GrantReport } from './grant.ts';
export type { Io, Prompts } from './io.ts';
export { SetupReport } from './setup/report.ts';

/** Runs one command of `account`. Answers the exit code; nothing is thrown. */
export async function runCli(args: string[], io: Io): Promise<number> {
  let code = 0;
  const done = (result: number) => {
    code = result;
  };
  try {
    await program(io, done).parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    io.writeError(explain(error));
    return 1;
  }
}

function program(io: Io, done: (code: number) => void): Command {
  const account = new Command('account')
    .description(
      'Sets up and checks the account settings in a Logto tenant, and helps people with their accounts',
    )
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.write(text.trimEnd()),
      writeErr: (text) => io.writeError(text.trimEnd()),
    });
  connected(
    account.command('setup').description('Make what the account settings need in a tenant, and write .env'),
  )
    .option('--public-url <url>', 'where people will open the app (ACCOUNT_PUBLIC_URL)')
    .option('--resource <indicator>', 'indicator of the API resource (default: <public url>/api)')
    .option('--access-token-ttl <seconds>', 'life of an access token (default: what is there, or 3600)')
    .option('--webhook', 'let Logto tell the server at once what changes')
    .option('--destroy', 'take away what this command made in the tenant, and nothing else')
    .option('--yes', 'do it without asking')
    .option('--replace-secrets', 'with --yes: also replace secrets that the file has')
    .option('--json', 'print a report for programs')
    .addHelpText('after', setupNotes)
    .action(async (options: unknown) => done(await runSetup(io, parse(SetupOptions, options))));
  connected(
    account.command('grant').description('Give the role of new people to those who are there already'),
  )
    .option('--role <name>', 'another role', defaultGrantRole)
    .option('--json', 'print a report for programs')
    .action(async (options: unknown) => done(await runGrant(io, parse(GrantOptions, options))));
  account
    .command('doctor')
    .description('Find out what is wrong with an installation, from the environment and .env')
    .option('--dotenv <path>', 'where the variables are kept', '.env')
    .option('--json', 'print a report for programs')
    .addHelpText('after', doctorNotes)
    .action(async (options: unknown) => {
      // Brings the configuration of the server with it, which the other commands need not wait for.
      const { DoctorOptions, runDoctor } = await import('./doctor/command.ts');
      done(await runDoctor(io, parse(DoctorOptions, options)));
    });
  addSupport(account, io, done);
  return account;
}

const connected = (command: Command) =>
  command
    .option('--endpoint <url>', 'where Logto is (LOGTO_ENDPOINT)')
    .option(
      '--app-id <id>',
      'a machine-to-machine application with the Management API role (LOGTO_M2M_APP_ID)',
    )
    .option(
      '--app-secret <secret>',
      'its secret; LOGTO_APP_SECRET in the environment keeps it out of the shell history',
    )
    .option('--app-secret-stdin', 'read the secret from standard input instead')
    .option(
      '--management-resource <indicator>',
      'of the Management API, on Logto Cloud with a domain of your own',
    )
    .option('--dotenv <path>', 'where the variables are kept', '.env');

const setupNotes = `
Shows what it would create (+) and change (~), then asks. Run again at any time: what is as it should be is left alone.

Exit codes: 0 all is as it should be, 1 it failed, 2 something is to be done and nobody agreed to it.`;

const doctorNotes = `
Looks and changes nothing. ✓ well, ! may not be meant, ✗ does not work, · could not be looked at.

Exit codes: 0 all is well, 1 something does not work, 2 something may not be meant.`;

/** What is foreseen is said in a sentence, without a stack. */
function explain(error: unknown): string {
  if (error instanceof CliError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
