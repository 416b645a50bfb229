import { resolve } from 'node:path';
import { z } from 'zod';
import { type EnvFile, readEnvFile } from './env-file.ts';
import { CliError, type Io } from './io.ts';
import { type Connection, managementResourceOf } from './logto.ts';

const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** The options that every command which talks to a tenant takes. */
export const ConnectionOptions = z.object({
  endpoint: address.optional(),
  appId: z.string().min(1).optional(),
  appSecret: z.string().min(1).optional(),
  appSecretStdin: z.boolean().default(false),
  managementResource: z.string().min(1).optional(),
  /** Not called as Node's own option: Node would take it, also where a package manager starts us. */
  dotenv: z.string().min(1),
});
export type ConnectionOptions = z.infer<typeof ConnectionOptions>;

/** Variables of the process and, behind them, of the file. */
export type Variables = (name: string) => string | undefined;

export async function readVariables(
  io: Io,
  dotenv: string,
): Promise<{ file: EnvFile; variables: Variables }> {
  const file = await readEnvFile(resolve(io.folder, dotenv));
  return { file, variables: (name) => io.env[name] || file.values[name] || undefined };
}

/** Where the tenant is and who we are there: options, then variables, then a question. */
export async function connectionOf(
  io: Io,
  options: ConnectionOptions,
  variables: Variables,
): Promise<Connection> {
  const endpoint =
    options.endpoint ??
    variables('LOGTO_ENDPOINT') ??
    (await ask(io, '--endpoint', (prompts) => prompts.text('Where is Logto?', 'https://auth.example.com')));
  const appId =
    options.appId ??
    variables('LOGTO_M2M_APP_ID') ??
    (await ask(io, '--app-id', (prompts) =>
      prompts.text('Id of a machine-to-machine application with the Management API role?', 'abc123'),
    ));
  const appSecret =
    (await givenSecret(io, options)) ??
    // The secret of the file belongs to the application of the file.
    (appId === variables('LOGTO_M2M_APP_ID') ? variables('LOGTO_M2M_APP_SECRET') : undefined) ??
    io.env.LOGTO_APP_SECRET ??
    (await ask(io, 'LOGTO_APP_SECRET or --app-secret-stdin', (prompts) => prompts.secret('Its secret?')));
  const resource = options.managementResource ?? variables('LOGTO_MANAGEMENT_RESOURCE');
  const place = address.parse(endpoint);
  return { endpoint: place, appId, appSecret, resource: resource ?? managementResourceOf(place) };
}

async function givenSecret(io: Io, { appSecret, appSecretStdin }: ConnectionOptions) {
  if (appSecretStdin) return (await io.readStdin()).trim();
  return appSecret;
}

/** Asks where somebody can answer. `name` is what to give instead. */
export async function ask(
  { prompts }: Io,
  name: string,
  question: (prompts: NonNullable<Io['prompts']>) => Promise<string | undefined>,
): Promise<string> {
  if (!prompts) throw new CliError(`${name} is missing.`);
  const answer = await question(prompts);
  if (!answer) throw new CliError('Nothing was changed.');
  return answer;
}
