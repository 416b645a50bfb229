import { managementApiIndicator } from '../keys.ts';
import { accountApiIndicator } from '../seed-data/tenant.ts';
import type { Connector, State } from '../state.ts';

export type Target = ReturnType<typeof describeTarget>;

/** What a conformance suite has to know about the demo tenant of a running server. */
export function describeTarget(state: State, endpoint: string) {
  const connectors = [...state.connectors.values()];
  const connector = (factory: string) => ref(connectors.find(({ connectorId }) => connectorId === factory));
  const spa = state.applications.get('account-web');
  return {
    endpoint,
    managementApi: {
      resource: managementApiIndicator,
      tokenEndpoint: `${endpoint}/oidc/token`,
      ...credentials(state, 'account-api'),
    },
    clientWithoutRole: credentials(state, 'machine-without-role'),
    exchangeClient: { id: 'token-exchange', secret: secretOf(state, 'token-exchange') },
    spa: {
      clientId: 'account-web',
      redirectUri: spa?.oidcClientMetadata.redirectUris[0],
      postLogoutRedirectUri: spa?.oidcClientMetadata.postLogoutRedirectUris[0],
    },
    accountResource: { indicator: accountApiIndicator, scopes: accountScopes(state) },
    roles: roles(state),
    organization: organization(state),
    connectors: {
      email: connector('mock-email-service'),
      sms: connector('mock-short-message-service'),
      social: connector('mock-social-connector'),
      google: connector('google-universal'),
      github: connector('github-universal'),
      sessionBound: [connector('apple-universal'), connector('oidc')],
    },
    inbox: { kind: 'http', url: `${endpoint}/dev/inbox?address={{address}}` },
    features: ['pwnedList', 'messageRateLimit'],
  };
}

const ref = (connector: Connector | undefined) =>
  connector && { id: connector.id, target: connector.target, factoryId: connector.connectorId };

const credentials = (state: State, clientId: string) => ({
  clientId,
  clientSecret: secretOf(state, clientId),
});

const secretOf = (state: State, clientId: string) => state.applications.get(clientId)?.secrets[0]?.value;

const accountScopes = (state: State) =>
  [...state.resources.values()]
    .find(({ indicator }) => indicator === accountApiIndicator)
    ?.scopes.map(({ name }) => name);

function roles(state: State) {
  const all = [...state.roles.values()];
  const pick = (role: (typeof all)[number] | undefined) => role && { id: role.id, name: role.name };
  return {
    default: pick(all.find(({ isDefault }) => isDefault)),
    other: pick(all.find(({ type, isDefault }) => type === 'User' && !isDefault)),
    machine: pick(all.find(({ type }) => type === 'MachineToMachine')),
  };
}

function organization(state: State) {
  const [first] = state.organizations.values();
  const [role] = state.organizationRoles.values();
  return first && role && { id: first.id, name: first.name, role: { id: role.id, name: role.name } };
}
