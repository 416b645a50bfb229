import type { LogtoClient } from '@account/logto-mgmt';
import { z } from 'zod';
import { ask, ConnectionOptions, connectionOf, readVariables, type Variables } from '../connection.ts';
import { type EnvFile, writeEnvFile } from '../env-file.ts';
import { CliError, type Io } from '../io.ts';
import { type Connection, withLogto } from '../logto.ts';
import { originOf } from '../public-url.ts';
import { planDestroy } from './destroy.ts';
import { type Installation, readInstallation, type Wish } from './installation.ts';
import { planSetup } from './plan.ts';
import { describePlan, type ReportedStep, reportSteps, type SetupReport } from './report.ts';
import type { Step } from './steps.ts';
import { planVariables, replacedSecrets, type Variable, variablesOf } from './variables.ts';

export const SetupOptions = ConnectionOptions.extend({
  publicUrl: z.string().optional(),
  resource: z.string().optional(),
  accessTokenTtl: z.coerce.number().int().min(60).max(86_400).optional(),
  webhook: z.boolean().default(false),
  destroy: z.boolean().default(false),
  yes: z.boolean().default(false),
  replaceSecrets: z.boolean().default(false),
  json: z.boolean().default(false),
});
type SetupOptions = z.infer<typeof SetupOptions>;

/** 0: the tenant is as it should be. 2: it is not, and nobody agreed to change it. */
export async function runSetup(io: Io, options: SetupOptions): Promise<0 | 2> {
  const { file, variables } = await readVariables(io, options.dotenv);
  const connection = await connectionOf(io, options, variables);
  const wish = await wishOf(io, { options, variables, connection });
  return withLogto(connection, async (logto) => {
    const installation = await readInstallation(logto, wish);
    const job = { io, options, file, connection, wish, logto, installation };
    return options.destroy ? destroy(job) : setUp(job);
  });
}

type Job = {
  io: Io;
  options: SetupOptions;
  file: EnvFile;
  connection: Connection;
  wish: Wish;
  logto: LogtoClient;
  installation: Installation;
};

type Asked = { options: SetupOptions; variables: Variables; connection: Connection };

async function wishOf(io: Io, { options, variables, connection }: Asked): Promise<Wish> {
  const publicUrl = originOf(
    options.publicUrl ??
      variables('ACCOUNT_PUBLIC_URL') ??
      (await ask(io, '--public-url', (prompts) =>
        prompts.text('Where will people open the account settings?', 'https://account.example.com'),
      )),
  );
  return {
    publicUrl,
    resource: options.resource ?? variables('ACCOUNT_RESOURCE') ?? `${publicUrl}/api`,
    accessTokenTtlSeconds: options.accessTokenTtl,
    webhook: options.webhook,
    managementResource: connection.resource,
    known: {
      web: variables('ACCOUNT_SPA_APP_ID'),
      server: variables('LOGTO_M2M_APP_ID'),
      support: variables('ACCOUNT_SUPPORT_APP_ID'),
    },
  };
}

async function setUp(job: Job): Promise<0 | 2> {
  const { io, options, file, logto, installation, wish } = job;
  const steps = planSetup(logto, installation, wish);
  const variables = await variablesOf(logto, job);
  const isAgreed = await agree(job, [...steps, ...planVariables(file, variables)], () =>
    refuseLostSecrets(options, file, variables),
  );
  if (isAgreed !== 'yes') return isAgreed === 'unneeded' ? 0 : 2;
  await apply(io, steps);
  const known = (await variablesOf(logto, job)).flatMap(({ name, value }) =>
    value === undefined || value === file.values[name] ? [] : [[name, value]],
  );
  if (known.length > 0) await writeEnvFile(file, Object.fromEntries(known));
  io.writeError(afterwards(file));
  return 0;
}

const afterwards = ({ path }: EnvFile) =>
  [
    `${path} tells the server of it. The application that you came with is not needed any more.`,
    'New people get the role account-owner by themselves; `account grant` gives it to those who are there.',
  ].join('\n');

async function destroy(job: Job): Promise<0 | 2> {
  const steps = planDestroy(job.logto, job.installation);
  const isAgreed = await agree(job, steps);
  if (isAgreed !== 'yes') return isAgreed === 'unneeded' ? 0 : 2;
  await apply(job.io, steps);
  job.io.writeError(`${job.file.path} was left as it is.`);
  return 0;
}

/** Shows the plan and asks, unless there is nothing to ask. */
async function agree(
  { io, options, connection, wish, file }: Job,
  steps: ReportedStep[],
  check?: () => void,
) {
  const isNeeded = steps.some(({ action }) => action !== 'leave');
  const isAsked = isNeeded && !options.yes;
  if (!options.json) io.write(isNeeded ? describePlan(steps) : 'Nothing to do.');
  if (isNeeded && options.yes) check?.();
  const isAgreed = isAsked ? await io.prompts?.confirm('Shall this be done?') : isNeeded;
  const outcome = !isNeeded ? 'unchanged' : isAgreed ? 'applied' : 'planned';
  const { publicUrl, resource } = wish;
  const report: SetupReport = {
    ...{ endpoint: connection.endpoint, resource, publicUrl, outcome },
    steps: reportSteps(steps),
    envFile: file.path,
  };
  if (options.json) io.write(JSON.stringify(report, null, 2));
  else if (isAsked && !isAgreed)
    io.writeError(io.prompts ? 'Nothing was changed.' : 'Nothing was changed: add --yes to do it.');
  return !isNeeded ? 'unneeded' : isAgreed ? 'yes' : 'no';
}

function refuseLostSecrets({ replaceSecrets }: SetupOptions, file: EnvFile, variables: Variable[]) {
  const lost = replaceSecrets ? [] : replacedSecrets(file, variables);
  if (lost.length > 0)
    throw new CliError(
      `${file.path} has another ${lost.join(' and ')}. Add --replace-secrets to replace it.`,
    );
}

async function apply(io: Io, steps: Step[]) {
  const words = { create: 'Created', change: 'Changed', delete: 'Deleted' };
  for (const { action, kind, name, run } of steps) {
    if (action === 'leave') continue;
    await run().catch((error: unknown) => {
      io.writeError(`Stopped at ${kind} ${name}. What was done stays; run the command again to go on.`);
      throw error;
    });
    io.writeError(`${words[action]} ${kind} ${name}`);
  }
}
