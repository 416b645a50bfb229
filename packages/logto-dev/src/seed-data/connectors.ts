import type { Connector, SsoConnector } from '../state.ts';
import { fixedId } from './fixed-id.ts';

type Kind = Pick<Connector, 'type' | 'connectorId' | 'target'> & {
  label: string;
  config?: Connector['config'];
};

/** Every kind that there is here. */
export const connectorKinds: readonly Kind[] = [
  { type: 'Email', connectorId: 'mock-email-service', target: 'mock-mail', label: 'Inbox of this server' },
  {
    type: 'Sms',
    connectorId: 'mock-short-message-service',
    target: 'mock-sms',
    label: 'Inbox of this server',
  },
  { type: 'Social', connectorId: 'mock-social-connector', target: 'mock-social', label: 'Pretend' },
  {
    type: 'Social',
    connectorId: 'google-universal',
    target: 'google',
    label: 'Google',
    config: {
      clientId: 'dev-google-client',
      clientSecret: 'dev-google-secret',
      scope: 'openid profile email',
    },
  },
  {
    type: 'Social',
    connectorId: 'github-universal',
    target: 'github',
    label: 'GitHub',
    config: { clientId: 'dev-github-client', clientSecret: 'dev-github-secret' },
  },
  {
    type: 'Social',
    connectorId: 'apple-universal',
    target: 'apple',
    label: 'Apple',
    config: { clientId: 'dev.apple.client' },
  },
  {
    type: 'Social',
    connectorId: 'oidc',
    target: 'company-oidc',
    label: 'Company directory',
    config: {
      clientId: 'dev-oidc-client',
      clientSecret: 'dev-oidc-secret',
      authorizationEndpoint: 'https://id.example/authorize',
      tokenEndpoint: 'https://id.example/token',
    },
  },
];

/** Its logo is served by this server itself, so that pages look right without a network. */
export const newConnector = (
  endpoint: string,
  { type, connectorId, target, label, config }: Kind,
  id = fixedId(connectorId),
): Connector => ({
  id,
  type,
  connectorId,
  target,
  platform: type === 'Social' ? 'Universal' : null,
  name: { en: label },
  description: { en: `${label}, for development` },
  logo: `${endpoint}/dev/logos/${target}.svg`,
  logoDark: null,
  config: config ?? {},
});

export const demoConnectors = (endpoint: string): Connector[] =>
  connectorKinds.map((kind) => newConnector(endpoint, kind));

export const enterpriseConnector = (endpoint: string): SsoConnector => ({
  id: fixedId('northwindsso'),
  providerName: 'OIDC',
  connectorName: 'Northwind',
  domains: ['northwind.example'],
  branding: { displayName: 'Northwind', logo: `${endpoint}/dev/logos/northwind.svg` },
  syncProfile: true,
});
