import { type AccountClient, createAccountClient } from '@account/client';
import { z } from 'zod';
import { ask, readVariables } from '../connection.ts';
import { CliError, type Io } from '../io.ts';
import { originOf } from '../public-url.ts';
import { describe, describePerson } from './answer.ts';
import type { SupportCommand } from './commands.ts';
import { explain } from './refusals.ts';
import { signIn } from './sign-in.ts';
import { readSite, type Site } from './site.ts';

export const SupportOptions = z.object({
  publicUrl: z.string().optional(),
  tokenEnv: z.string().min(1).optional(),
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  dotenv: z.string().min(1),
  yes: z.boolean().default(false),
  json: z.boolean().default(false),
});
type SupportOptions = z.infer<typeof SupportOptions>;

type Given = Record<string, unknown>;
type Job = { command: SupportCommand; given: Given; options: SupportOptions };

/** 0: done. 2: nobody agreed to it. */
export async function runSupport(io: Io, job: Job): Promise<0 | 2> {
  const { command, options } = job;
  const given = await complete(io, job);
  const call = command.prepare(given);
  const site = await siteOf(io, options);
  try {
    const { support } = await clientOf(io, site, job);
    if (command.isAct && !options.yes && !(await isAgreed(io, support, { ...job, given }))) {
      io.writeError('Nothing was changed.');
      return 2;
    }
    const answer = await call(support);
    io.write(options.json ? JSON.stringify(answer, null, 2) : describe(answer));
    return 0;
  } catch (error) {
    throw explain(error);
  }
}

/** Asks for what is needed and was not said, before anybody signs in. */
async function complete(io: Io, { command, given, options }: Job): Promise<Given> {
  if (command.isAct && !options.yes && !io.prompts)
    throw new CliError('Nobody can be asked here: add --yes to do it.');
  const answers: Given = {};
  for (const [field, question] of Object.entries(command.asks))
    answers[field] = given[field] ?? (await ask(io, `--${field}`, ({ text }) => text(question, '')));
  return { ...given, ...answers };
}

async function siteOf(io: Io, { dotenv, publicUrl }: SupportOptions): Promise<Site> {
  const { variables } = await readVariables(io, dotenv);
  const address =
    publicUrl ??
    variables('ACCOUNT_PUBLIC_URL') ??
    (await ask(io, '--public-url', ({ text }) =>
      text('Where do people open the account settings?', 'https://account.example.com'),
    ));
  return readSite(originOf(address));
}

/**
 * The procedures, for who signs in at the browser. One sign-in is enough for a command: when something is to be changed
 * it is a new one, and so the proof that the server asks for. Tokens are gone with the process.
 */
async function clientOf(io: Io, site: Site, { command, options }: Job): Promise<AccountClient> {
  let signedIn: ReturnType<typeof signIn> | undefined;
  const signInOnce = () => {
    signedIn ??= signIn(io, site, { port: options.port, isAnew: command.isAct });
    return signedIn;
  };
  const accessToken = givenToken(io, options) ?? (await signInOnce()).accessToken;
  return createAccountClient({
    url: `${site.publicUrl}/trpc`,
    getAccessToken: () => accessToken,
    onStepUp: async ({ purpose, account }) => {
      const { idToken } = await signInOnce();
      return account.stepUp.finish.mutate({ method: 'reauthenticate', idToken, purpose });
    },
  });
}

function givenToken({ env }: Io, { tokenEnv }: SupportOptions): string | undefined {
  if (tokenEnv === undefined) return undefined;
  const token = env[tokenEnv];
  if (!token) throw new CliError(`The variable ${tokenEnv} holds no access token.`);
  return token;
}

/** Says whom it is about: an id is easily mistaken for another. */
async function isAgreed(io: Io, support: AccountClient['support'], { command, given }: Job) {
  const { people } = await support.find.mutate({ by: 'id', text: String(given.personId) });
  const [person] = people;
  if (!person) throw new CliError(`There is nobody with the id ${given.personId}.`);
  return io.prompts?.confirm(`${describePerson(person)}\n${command.summary}?`);
}
