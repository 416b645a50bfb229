import type {
  ApplicationSettings,
  Hook,
  LogtoClient,
  Page,
  PageRequest,
  ResourceWithScopes,
  Role,
  RoleScope,
} from '@account/logto-mgmt';
import { addressesOf, roles } from '../blueprint.ts';
import { CliError } from '../io.ts';
import { isMarked, type Record, readRecord } from './record.ts';

/** What the person asked for. */
export type Wish = {
  /** Where people will open the app: an origin. */
  publicUrl: string;
  /** The indicator of the API resource. */
  resource: string;
  /** Undefined leaves what is there. */
  accessTokenTtlSeconds?: number | undefined;
  webhook: boolean;
  /** The indicator of the Management API. */
  managementResource: string;
  /** Applications that the environment file names; they are taken over rather than made anew. */
  known: { web?: string | undefined; server?: string | undefined; support?: string | undefined };
};

export type HeldRole = Role & { scopes: RoleScope[] };

/** Those things of a tenant that are ours, or are going to be. */
export type Installation = {
  resource: ResourceWithScopes | undefined;
  ownerRole: HeldRole | undefined;
  supportRole: HeldRole | undefined;
  web: ApplicationSettings | undefined;
  support: ApplicationSettings | undefined;
  server: (ApplicationSettings & { roleIds: string[] }) | undefined;
  hook: Hook | undefined;
  /** The role with which a machine may use the Management API. */
  managementRole: Role;
  record: Record | undefined;
};

export async function readInstallation(logto: LogtoClient, wish: Wish): Promise<Installation> {
  const [resources, allRoles, applications, hooks] = await Promise.all([
    logto.resources.list(),
    everyPage((request) => logto.roles.list(request)),
    everyPage((request) => logto.applications.list(request)),
    logto.hooks.list(),
  ]);
  const { web, server, support } = findApplications(applications, wish);
  const record = readRecord(server);
  const [ownerRole, supportRole, managementRole, serverRoles] = await Promise.all([
    findRole(logto, allRoles, roles.ownerRole.name),
    findRole(logto, allRoles, roles.supportRole.name),
    findManagementRole(logto, allRoles, wish.managementResource),
    server && everyPage((request) => logto.applications.roles.list(server.id, request)),
  ]);
  return {
    resource: resources.find(({ indicator }) => indicator === wish.resource),
    server: server && { ...server, roleIds: (serverRoles ?? []).map(({ id }) => id) },
    hook: findHook(hooks, [wish.publicUrl, record?.publicUrl]),
    ...{ ownerRole, supportRole, managementRole, web, support, record },
  };
}

function findApplications(applications: ApplicationSettings[], { resource, known }: Wish) {
  const find = (part: keyof Wish['known'], type: ApplicationSettings['type']) =>
    applications.find((each) => each.id === known[part] && each.type === type) ??
    applications.find((each) => each.type === type && isMarked(each, { part, resource }));
  return {
    web: find('web', 'SPA'),
    server: find('server', 'MachineToMachine'),
    support: find('support', 'Native'),
  };
}

async function findRole(logto: LogtoClient, all: Role[], name: string): Promise<HeldRole | undefined> {
  const role = all.find((each) => each.name === name);
  if (role?.type === 'MachineToMachine')
    throw new CliError(`The tenant has a role "${name}" for machines. Rename it, then try again.`);
  return role && { ...role, scopes: await logto.roles.scopes.list(role.id) };
}

/** Logto's own by name, else whichever grants the permission. */
async function findManagementRole(logto: LogtoClient, all: Role[], indicator: string): Promise<Role> {
  const machines = all
    .filter(({ type }) => type === 'MachineToMachine')
    .sort((a, b) => Number(isBuiltIn(b)) - Number(isBuiltIn(a)));
  for (const role of machines) {
    const scopes = await logto.roles.scopes.list(role.id);
    if (scopes.some(({ name, resource }) => name === 'all' && resource.indicator === indicator)) return role;
  }
  throw new CliError(
    'No role for machines holds the Management API permission "all". Make one in Logto\'s console, then try again.',
  );
}

const isBuiltIn = ({ name }: Role) => name === 'Logto Management API access';

function findHook(hooks: Hook[], publicUrls: (string | undefined)[]): Hook | undefined {
  const ours = publicUrls.flatMap((url) => (url ? [addressesOf(url).webhookUrl] : []));
  return hooks.find(({ config }) => ours.includes(config.url));
}

/** All items of a list that comes in pages. */
export async function everyPage<T>(read: (request: Required<PageRequest>) => Promise<Page<T>>): Promise<T[]> {
  const pageSize = 100;
  const items: T[] = [];
  for (let page = 1; ; page += 1) {
    const { items: more } = await read({ page, pageSize });
    items.push(...more);
    if (more.length < pageSize) return items;
  }
}
