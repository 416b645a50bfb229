import type { Connector } from '@account/logto-mgmt';
import type { Tenant } from '../../tenant.ts';

/** Kinds of connectors that keep something in the session of a sign-in, which the Management API does not have. */
const sessionBoundKinds = new Set([
  'apple-universal',
  'saml',
  'oidc',
  'oauth2',
  'amazon-universal',
  'gitlab-universal',
  'huggingface-universal',
  'line-universal',
  'linkedin-universal',
  'patreon-universal',
  'qq-universal',
  'slack-universal',
  'x-universal',
]);

export type Providers = {
  /** Every social connector, to name what is linked. */
  all: Connector[];
  linkable: Connector[];
  needSession: Connector[];
};

/**
 * The tenant's social providers. Only those count for linking that the operator lets people sign in with: a connector
 * that is set up but not switched on is not meant for people yet, and an account linked by it would open nothing.
 */
export async function readProviders(tenant: Tenant): Promise<Providers> {
  const [connectors, { socialSignInConnectorTargets }] = await Promise.all([
    tenant.connectors(),
    tenant.signInExperience(),
  ]);
  const all = connectors.filter(({ type }) => type === 'Social');
  const offered = all.filter(
    // A native connector works in a mobile app only.
    ({ target, platform }) => socialSignInConnectorTargets.includes(target) && platform !== 'Native',
  );
  const needsSession = ({ id, connectorId }: Connector) =>
    sessionBoundKinds.has(connectorId) || tenant.sessionBoundConnectors.has(id);
  return {
    all,
    linkable: offered.filter((connector) => !needsSession(connector)),
    needSession: offered.filter(needsSession),
  };
}

/** What people may know of a connector: its configuration holds the provider's secret. */
export function face({ target, name, logo, logoDark }: Connector) {
  return { target, name: names(name), logo, logoDark };
}

function names(name: Connector['name']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(name).flatMap(([tag, text]) => (typeof text === 'string' ? [[tag, text]] : [])),
  );
}
