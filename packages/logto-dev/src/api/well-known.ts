import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { connectorMetadata } from './connectors.ts';
import { profileFieldsJson } from './custom-profile-fields.ts';
import { answer } from './guard.ts';
import { forgotPasswordWays } from './sign-in-exp-rules.ts';

const References = z.array(z.object({ name: z.string() })).nullable();

/** What Logto answers without a token. */
export function addWellKnownRoutes(router: Router, state: State) {
  for (const name of ['sign-in-exp', 'experience'])
    router.get(
      `/.well-known/${name}`,
      answer(() => publicSignInExperience(state)),
    );

  router.get(
    '/.well-known/account-center',
    answer(() => state.accountCenter),
  );

  router.get(
    '/.well-known/phrases',
    answer(() => ({})),
  );

  router.get(
    '/status',
    answer(() => undefined),
  );
}

function publicSignInExperience(state: State) {
  const { emailBlocklistPolicy, forgotPasswordMethods, ...settings } = state.signInExperience;
  const targets = z.array(z.string()).parse(settings.socialSignInConnectorTargets);
  const catalog = profileFieldsJson(state);
  const chosen = References.parse(settings.signUpProfileFields ?? null);
  return {
    ...settings,
    socialConnectors: targets.flatMap((target) =>
      [...state.connectors.values()]
        .filter((connector) => connector.target === target)
        .map((connector) => ({ ...connectorMetadata(connector), id: connector.id })),
    ),
    ssoConnectors: settings.singleSignOnEnabled === true ? publicSsoConnectors(state) : [],
    forgotPassword: forgotPasswordWays(state, forgotPasswordMethods),
    isDevelopmentTenant: false,
    customProfileFields: chosen
      ? chosen.flatMap(({ name }) => catalog.filter((field) => field.name === name))
      : catalog,
    customProfileFieldCatalog: catalog,
  };
}

const publicSsoConnectors = (state: State) =>
  [...state.ssoConnectors.values()].map(({ id, connectorName, branding }) => ({
    id,
    connectorName: branding.displayName ?? connectorName,
    logo: branding.logo ?? '',
    darkLogo: branding.darkLogo ?? branding.logo ?? '',
  }));
