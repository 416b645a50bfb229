import { ownScopes, supportScope } from '@account/procedures/schemas';
import { addressesOf, hookEvents, loopbackRedirectUri, scopeDescriptions } from '../blueprint.ts';
import type { Facts } from './facts.ts';
import { type Finding, fail, ok, skip, warn } from './finding.ts';

const mendIt = 'Run `account setup`.';

/** What `account setup` makes, as it is now. */
export const accessChecks: ((facts: Facts) => Finding)[] = [
  checkResource,
  checkRoles,
  checkApplication,
  checkAddresses,
  checkSessions,
  checkSupport,
  checkWebhook,
];

function checkResource({ resource, config }: Facts): Finding {
  const { resource: indicator } = config.account;
  if (!resource) return fail('resource', `The tenant has no API resource ${indicator}. ${mendIt}`);
  const missing = missingOf(Object.keys(scopeDescriptions), resource.scopes);
  const personal = missing.filter((name) => name !== supportScope);
  if (personal.length > 0) return fail('resource', `${indicator} lacks ${personal.join(', ')}. ${mendIt}`);
  if (missing.length > 0) return warn('resource', `${indicator} lacks ${missing.join(', ')}. ${mendIt}`);
  return ok('resource', `${indicator} has every permission.`);
}

const missingOf = (wanted: readonly string[], scopes: { name: string }[]) =>
  wanted.filter((name) => !scopes.some((scope) => scope.name === name));

function checkRoles({ resource, defaultRoles }: Facts): Finding {
  const granted = defaultRoles.flatMap((role) =>
    role.scopes.filter(({ resourceId }) => resourceId === resource?.id).map((scope) => ({ role, ...scope })),
  );
  const tooMuch = granted.find(({ name }) => name === supportScope);
  if (tooMuch)
    return fail('role', `The role ${tooMuch.role.name} lets every new person into all accounts. ${mendIt}`);
  const missing = missingOf(ownScopes, granted);
  if (missing.length === 0) return ok('role', 'New people may look after their accounts.');
  return fail('role', `No default role grants ${missing.join(', ')}, so new people see errors. ${mendIt}`);
}

function checkApplication({ web, config }: Facts): Finding {
  const { spaAppId } = config.account;
  if (web?.type !== 'SPA')
    return fail('application', `The tenant has no single-page application ${spaAppId}. ${mendIt}`);
  if (web.isThirdParty)
    return fail('application', 'The single-page application is a third-party one. Make a first-party one.');
  if (web.customClientMetadata.rotateRefreshToken === false)
    return warn(
      'application',
      `Its refresh tokens are not rotated, so a stolen one is not noticed. ${mendIt}`,
    );
  return ok('application', `People sign in to "${web.name}".`);
}

function checkAddresses({ web, config }: Facts): Finding {
  const id = 'application.addresses';
  if (!web) return skip(id, 'There is no application.');
  const { publicUrl } = config.account;
  const { redirectUri, postLogoutRedirectUri } = addressesOf(publicUrl);
  const { redirectUris, postLogoutRedirectUris } = web.oidcClientMetadata;
  // Logto also allows requests from the origins of redirect URIs, so there is no other list to look at.
  if (!redirectUris.includes(redirectUri))
    return fail(id, `${redirectUri} is no redirect URI, so nobody can sign in. ${mendIt}`);
  if (!postLogoutRedirectUris.includes(postLogoutRedirectUri))
    return fail(
      id,
      `${postLogoutRedirectUri} is no post sign-out redirect URI: signing out ends at Logto. ${mendIt}`,
    );
  return ok(id, `They come back to ${publicUrl}.`);
}

function checkSessions({ web, config }: Facts): Finding {
  const id = 'application.sessions';
  if (!web) return skip(id, 'There is no application.');
  const { backchannelLogoutUri, backchannelLogoutSessionRequired } = web.oidcClientMetadata;
  if (!backchannelLogoutSessionRequired || !backchannelLogoutUri)
    return warn(id, `ID tokens name no session, so nobody sees which device they are sitting at. ${mendIt}`);
  if (backchannelLogoutUri !== addressesOf(config.account.publicUrl).backchannelLogoutUri)
    return warn(id, `Sign-outs are told to ${backchannelLogoutUri}, which is not this server. ${mendIt}`);
  // What Logto was started with cannot be seen from here, nor which address it resolves the name to.
  const condition = 'to a private address only with OIDC_PROVIDER_SSRF_PROTECTION_DISABLED=true there';
  return ok(id, `ID tokens name their session, and Logto tells sign-outs to the server, ${condition}.`);
}

function checkSupport({ support, config }: Facts): Finding {
  const id = 'application.support';
  const { supportAppId } = config.account;
  if (!supportAppId) return ok(id, `Not used: \`account support\` needs an application. ${mendIt}`);
  if (support?.type !== 'Native')
    return fail(id, `The tenant has no native application ${supportAppId}. ${mendIt}`);
  if (!support.oidcClientMetadata.redirectUris.includes(loopbackRedirectUri))
    return fail(
      id,
      `${loopbackRedirectUri} is no redirect URI: staff cannot sign in at a terminal. ${mendIt}`,
    );
  return ok(id, 'Staff can sign in at a terminal.');
}

function checkWebhook({ hooks, config }: Facts): Finding {
  const { hookSigningKey: signingKey } = config.logto;
  const { webhookUrl } = addressesOf(config.account.publicUrl);
  const hook = hooks.find(({ config: { url } }) => url === webhookUrl);
  const again = 'Run `account setup --webhook`.';
  if (!hook && !signingKey)
    return ok('webhook', `Not used: changes made elsewhere show a little later. ${again}`);
  if (!hook) return fail('webhook', `LOGTO_WEBHOOK_SIGNING_KEY is set, and Logto has no webhook. ${again}`);
  if (hook.signingKey !== signingKey)
    return fail('webhook', `LOGTO_WEBHOOK_SIGNING_KEY is not the key with which Logto signs. ${again}`);
  const missing = hookEvents.filter((event) => !hook.events.includes(event));
  if (!hook.enabled || missing.length > 0) return fail('webhook', `It is off, or lacks events. ${again}`);
  return ok('webhook', 'Logto tells the server at once what changes.');
}
