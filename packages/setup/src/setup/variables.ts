import type { LogtoClient } from '@account/logto-mgmt';
import type { EnvFile } from '../env-file.ts';
import { CliError } from '../io.ts';
import { type Connection, managementResourceOf } from '../logto.ts';
import type { Installation, Wish } from './installation.ts';
import type { ReportedStep } from './report.ts';

/** A line of the environment file; its value is undefined until the thing is made that it names. */
export type Variable = { name: string; value: string | undefined; isSecret?: boolean };

type Given = { installation: Installation; wish: Wish; connection: Connection; file: EnvFile };

/** What the account server has to be told of the installation. */
export async function variablesOf(logto: LogtoClient, given: Given): Promise<Variable[]> {
  const { installation, wish, connection } = given;
  const { server, web, support, hook } = installation;
  const isUsual = connection.resource === managementResourceOf('');
  return [
    { name: 'LOGTO_ENDPOINT', value: connection.endpoint },
    { name: 'LOGTO_M2M_APP_ID', value: server?.id },
    { name: 'LOGTO_M2M_APP_SECRET', value: await serverSecret(logto, given), isSecret: true },
    ...(isUsual ? [] : [{ name: 'LOGTO_MANAGEMENT_RESOURCE', value: connection.resource }]),
    { name: 'ACCOUNT_RESOURCE', value: wish.resource },
    { name: 'ACCOUNT_SPA_APP_ID', value: web?.id },
    { name: 'ACCOUNT_SUPPORT_APP_ID', value: support?.id },
    { name: 'ACCOUNT_PUBLIC_URL', value: wish.publicUrl },
    ...(hook || wish.webhook
      ? [{ name: 'LOGTO_WEBHOOK_SIGNING_KEY', value: hook?.signingKey, isSecret: true }]
      : []),
  ];
}

/** The secret that the file has, while it is good; else one that is. */
async function serverSecret(logto: LogtoClient, { installation: { server }, file }: Given) {
  if (!server) return undefined;
  const secrets = await logto.applications.secrets.list(server.id);
  const valid = secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > Date.now());
  const secret = valid.find(({ value }) => value === file.values.LOGTO_M2M_APP_SECRET) ?? valid[0];
  if (!secret)
    throw new CliError(`The application ${server.name} has no valid secret. Make one in Logto's console.`);
  return secret.value;
}

const hidden = '(hidden)';
const later = '(when it is made)';

/** What will become of the lines of the file, without a secret. */
export const planVariables = (file: EnvFile, variables: Variable[]): ReportedStep[] =>
  variables.map(({ name, value, isSecret }) => {
    const from = file.values[name] || undefined;
    const shown = (text: string | undefined) => (isSecret && text !== undefined ? hidden : text);
    const action = from === undefined ? 'create' : from === value ? 'leave' : 'change';
    const changes =
      action === 'leave' ? [] : [{ field: 'value', from: shown(from), to: shown(value ?? later) }];
    return { action, kind: 'variable', name, changes };
  });

/** Secrets of the file that would be lost. */
export const replacedSecrets = (file: EnvFile, variables: Variable[]): string[] =>
  variables
    .filter(({ name, value, isSecret }) => isSecret && file.values[name] && file.values[name] !== value)
    .map(({ name }) => name);
