import type { ApplicationSettings, LogtoClient } from '@account/logto-mgmt';
import { addressesOf, applications, hookEvents, hookName, loopbackRedirectUri } from '../blueprint.ts';
import type { Installation, Wish } from './installation.ts';
import { isMarked, type Mark, markField, type Record, readRecord, withMark } from './record.ts';
import { create, differences, listWith, made, mend, type Step } from './steps.ts';

/** The single-page application. Addresses that others have added stay; those of a former public URL go. */
export function planWeb(logto: LogtoClient, installation: Installation, wish: Wish): Step {
  const { web } = installation;
  const mark = { part: 'web', resource: wish.resource } as const;
  const oidc = web?.oidcClientMetadata ?? { redirectUris: [], postLogoutRedirectUris: [] };
  const custom = web?.customClientMetadata ?? {};
  const ours = addressesOf(wish.publicUrl);
  const former = formerAddresses(installation, wish);
  const oidcWanted = {
    redirectUris: listWith(oidc.redirectUris, ours.redirectUri, former?.redirectUri),
    postLogoutRedirectUris: listWith(
      oidc.postLogoutRedirectUris,
      ours.postLogoutRedirectUri,
      former?.postLogoutRedirectUri,
    ),
    backchannelLogoutUri: ours.backchannelLogoutUri,
    // So that ID tokens carry `sid`, by which people see which of their devices they are sitting at.
    backchannelLogoutSessionRequired: true,
  };
  const customWanted = {
    corsAllowedOrigins: listWith(custom.corsAllowedOrigins ?? [], ours.corsOrigin, former?.corsOrigin),
    rotateRefreshToken: true,
  };
  const update = {
    oidcClientMetadata: { ...oidc, ...oidcWanted },
    customClientMetadata: { ...custom, ...customWanted },
    customData: withMark(web ?? { customData: {} }, mark),
  };
  if (!web)
    return create('application', applications.web.name, { ...oidcWanted, ...customWanted }, async () => {
      installation.web = await logto.applications.create({ ...applications.web, ...update });
    });
  const changes = [
    // A list with the same addresses in another order is the same list.
    ...differences(sorted({ ...oidc, ...custom }), sorted({ ...oidcWanted, ...customWanted })),
    ...markChanges(web, mark),
  ];
  return mend('application', applications.web.name, changes, async () => {
    installation.web = await logto.applications.update(web.id, update);
  });
}

const sorted = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );

/** The native application by which staff sign in at a terminal. */
export function planSupport(logto: LogtoClient, installation: Installation, wish: Wish): Step {
  const { support } = installation;
  const { name } = applications.support;
  const mark = { part: 'support', resource: wish.resource } as const;
  const oidc = support?.oidcClientMetadata ?? { redirectUris: [], postLogoutRedirectUris: [] };
  const wanted = { redirectUris: listWith(oidc.redirectUris, loopbackRedirectUri, undefined) };
  const update = {
    oidcClientMetadata: { ...oidc, ...wanted },
    customData: withMark(support ?? { customData: {} }, mark),
  };
  if (!support)
    return create('application', name, wanted, async () => {
      installation.support = await logto.applications.create({ ...applications.support, ...update });
    });
  const changes = [...differences(sorted(oidc), sorted(wanted)), ...markChanges(support, mark)];
  return mend('application', name, changes, async () => {
    installation.support = await logto.applications.update(support.id, update);
  });
}

const markChanges = (application: ApplicationSettings, mark: Mark) =>
  isMarked(application, mark) ? [] : [{ field: markField, to: mark }];

/** Of the public URL for which this was set up before, if that was another one. */
function formerAddresses({ record }: Installation, { publicUrl }: Wish) {
  return record && record.publicUrl !== publicUrl ? addressesOf(record.publicUrl) : undefined;
}

/** The machine of the server, and the record of what is made, which has to be there before the rest is. */
export function planServer(logto: LogtoClient, installation: Installation, record: Record): Step {
  const { server, managementRole } = installation;
  const { name } = applications.server;
  const role = managementRole.name;
  if (!server)
    return create('application', name, { roles: [role] }, async () => {
      const customData = withMark({ customData: {} }, record);
      const application = await logto.applications.create({ ...applications.server, customData });
      installation.server = { ...application, roleIds: [managementRole.id] };
      await logto.applications.roles.add(application.id, [managementRole.id]);
    });
  const isAllowed = server.roleIds.includes(managementRole.id);
  const recordChanges = differences({ [markField]: readRecord(server) }, { [markField]: record });
  const changes = [...recordChanges, ...(isAllowed ? [] : [{ field: 'roles', from: [], to: [role] }])];
  return mend('application', name, changes, async () => {
    if (recordChanges.length > 0)
      await logto.applications.update(server.id, { customData: withMark(server, record) });
    if (!isAllowed) await logto.applications.roles.add(server.id, [managementRole.id]);
  });
}

/** The webhook, where it is wanted or there already. */
export function planHook(logto: LogtoClient, installation: Installation, wish: Wish): Step[] {
  const { hook } = installation;
  if (!hook && !wish.webhook) return [];
  const { webhookUrl } = addressesOf(wish.publicUrl);
  const draft = { name: hookName, events: hookEvents, config: { url: webhookUrl }, enabled: true };
  if (!hook)
    return [
      create('webhook', webhookUrl, { events: hookEvents }, async () => {
        installation.hook = await logto.hooks.create(draft);
      }),
    ];
  const events = [...new Set([...hook.events, ...hookEvents])];
  const wanted = { url: webhookUrl, events, enabled: true };
  const changes = differences({ ...hook, url: hook.config.url }, wanted);
  return [
    mend('webhook', webhookUrl, changes, async () => {
      const { id, config } = made(installation, 'hook');
      const update = { events, enabled: true, config: { ...config, url: webhookUrl } };
      installation.hook = await logto.hooks.update(id, update);
    }),
  ];
}
