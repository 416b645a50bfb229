import { newSecret } from './ids.ts';
import type { Application, ApplicationSecret } from './state.ts';

type ApplicationDraft = Pick<Application, 'id' | 'name' | 'type'> &
  Partial<Application> & { secret?: string; redirectUris?: string[] };

/** An application with what Logto fills in by itself. */
export const newApplication = ({ secret, redirectUris = [], ...draft }: ApplicationDraft): Application => ({
  description: null,
  secrets: secret === undefined ? [] : [newApplicationSecret({ value: secret })],
  oidcClientMetadata: { redirectUris, postLogoutRedirectUris: [] },
  customClientMetadata: {},
  customData: {},
  isThirdParty: false,
  roleIds: [],
  createdAt: Date.now(),
  ...draft,
});

/** A new secret for ever, unless told otherwise. */
export const newApplicationSecret = (draft: Partial<ApplicationSecret> = {}): ApplicationSecret => ({
  name: 'Default secret',
  value: newSecret(),
  createdAt: Date.now(),
  expiresAt: null,
  ...draft,
});

/** Those that authenticate with a secret. */
export const hasSecrets = (type: Application['type']) =>
  type === 'MachineToMachine' || type === 'Traditional';
