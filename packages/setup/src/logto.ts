import { createLogtoClient, type LogtoClient, LogtoError } from '@account/logto-mgmt';
import { CliError } from './io.ts';

export type Connection = { endpoint: string; appId: string; appSecret: string; resource: string };

/** Self-hosted Logto has one indicator whatever its domain; each tenant of Logto Cloud has one of its own. */
export function managementResourceOf(endpoint: string): string {
  const [, tenantId = 'default'] = /^https:\/\/([a-z0-9]+)\.logto\.app$/.exec(endpoint) ?? [];
  return `https://${tenantId}.logto.app/api`;
}

/** Works with a tenant and lets go of it. Throws a {@link CliError} that says what to do. */
export async function withLogto<T>(
  connection: Connection,
  work: (logto: LogtoClient) => Promise<T>,
): Promise<T> {
  const logto = createLogtoClient({ ...connection, timeoutMs: 30_000 });
  try {
    await logto.ready();
    return await work(logto);
  } catch (error) {
    throw error instanceof LogtoError ? new CliError(explain(error, connection), { cause: error }) : error;
  } finally {
    await logto.close();
  }
}

const reasons: Record<string, (connection: Connection) => string> = {
  'oidc.invalid_client': ({ appId }) =>
    `Logto does not accept the application ${appId} with this secret. Take id and secret of a machine-to-machine application.`,
  'oidc.invalid_target': ({ resource }) =>
    `This tenant has no Management API ${resource}. On Logto Cloud with a domain of your own, set LOGTO_MANAGEMENT_RESOURCE to https://<tenant id>.logto.app/api.`,
  'token.missing_scope': ({ appId }) =>
    `The application ${appId} may not use the Management API. Give it the role "Logto Management API access".`,
  'network.unreachable': ({ endpoint }) => `No connection to Logto at ${endpoint}.`,
  'network.timeout': ({ endpoint }) => `Logto at ${endpoint} did not answer in time.`,
};

/** A sentence for whoever runs the command. */
export function explain(error: LogtoError, connection: Connection): string {
  const reason = reasons[error.code]?.(connection);
  const request = error.requestId ? ` (request ${error.requestId})` : '';
  return reason ?? `${error.message}${request}`;
}
