import type { LogtoClient } from '@account/logto-mgmt';
import { type RolePlan, resourceName, roles, scopeDescriptions } from '../blueprint.ts';
import type { HeldRole, Installation, Wish } from './installation.ts';
import { create, differences, leave, made, mend, type Step } from './steps.ts';

/** Our API resource. What people call it is theirs to change. */
export function planResource(logto: LogtoClient, installation: Installation, wish: Wish): Step {
  const { resource: indicator, accessTokenTtlSeconds } = wish;
  const ttl = accessTokenTtlSeconds === undefined ? {} : { accessTokenTtl: accessTokenTtlSeconds };
  const { resource } = installation;
  if (!resource)
    return create('resource', indicator, { name: resourceName, ...ttl }, async () => {
      const draft = { name: resourceName, indicator, accessTokenTtl: 3600, ...ttl };
      installation.resource = await logto.resources.create(draft);
    });
  return mend('resource', indicator, differences(resource, ttl), async () => {
    await logto.resources.update(resource.id, ttl);
  });
}

/** Its permissions, one step each. */
export const planScopes = (logto: LogtoClient, installation: Installation): Step[] =>
  Object.entries(scopeDescriptions).map(([name, description]) => {
    const isThere = installation.resource?.scopes.some((scope) => scope.name === name);
    if (isThere) return leave('scope', name);
    return create('scope', name, { description }, async () => {
      const resource = made(installation, 'resource');
      resource.scopes.push(await logto.resources.scopes.create(resource.id, { name, description }));
    });
  });

type RoleName = keyof typeof roles;

/** The roles for people. What they grant of other resources is left alone. */
export function planRole(logto: LogtoClient, installation: Installation, part: RoleName): Step {
  const plan: RolePlan = roles[part];
  const role = installation[part];
  if (!role) return createRole(logto, installation, part);
  const ours = new Set(installation.resource?.scopes.map(({ id }) => id));
  const held = role.scopes.filter(({ id }) => ours.has(id));
  const changes = differences(
    { isDefault: role.isDefault, scopes: held.map(({ name }) => name).sort() },
    { isDefault: plan.isDefault, scopes: [...plan.scopes].sort() },
  );
  return mend('role', plan.name, changes, async () => {
    if (role.isDefault !== plan.isDefault) await logto.roles.update(role.id, { isDefault: plan.isDefault });
    const missing = scopeIds(installation, plan).filter((id) => !held.some((scope) => scope.id === id));
    if (missing.length > 0) await logto.roles.scopes.add(role.id, missing);
    for (const { id, name } of held)
      if (!plan.scopes.includes(name)) await logto.roles.scopes.remove(role.id, id);
  });
}

function createRole(logto: LogtoClient, installation: Installation, part: RoleName): Step {
  const { scopes, ...plan }: RolePlan = roles[part];
  const shown = { isDefault: plan.isDefault, scopes };
  return create('role', plan.name, shown, async () => {
    const draft = { ...plan, type: 'User', scopeIds: scopeIds(installation, roles[part]) } as const;
    const role: HeldRole = { ...(await logto.roles.create(draft)), scopes: [] };
    installation[part] = role;
  });
}

const scopeIds = (installation: Installation, plan: RolePlan) =>
  made(installation, 'resource')
    .scopes.filter(({ name }) => plan.scopes.includes(name))
    .map(({ id }) => id);
