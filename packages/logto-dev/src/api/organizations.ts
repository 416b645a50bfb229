import type Router from '@koa/router';
import { z } from 'zod';
import type { Organization, State } from '../state.ts';
import { getUser, toUserJson } from '../users.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, type Context, param, readBody, userOf } from './guard.ts';
import { readPage } from './pagination.ts';

const ids = z.array(z.string().min(1));
const NewMembers = z.object({ userIds: ids.min(1) });
const Members = z.object({ userIds: ids });
const OrganizationRoles = z.object({
  organizationRoleIds: ids.default([]),
  organizationRoleNames: ids.default([]),
});

const membersPath = '/organizations/:id/users';

export function addOrganizationRoutes(router: Router, state: State) {
  addReads(router, state);
  addMemberRoutes(router, state);
  addMemberRoleRoutes(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    '/users/:userId/organizations',
    answer((ctx) => {
      const user = userOf(ctx, state);
      return [...state.organizations.values()]
        .filter(({ members }) => members.has(user.id))
        .map((organization) => ({
          ...toJson(organization),
          organizationRoles: rolesOf(state, organization, user.id),
        }));
    }),
  );

  router.get(
    '/organizations',
    answer((ctx) =>
      readPage(ctx)
        .of([...state.organizations.values()])
        .map(toJson),
    ),
  );

  router.get(
    '/organizations/:id',
    answer((ctx) => toJson(organizationOf(ctx, state))),
  );

  router.get(
    membersPath,
    answer((ctx) => {
      const page = readPage(ctx);
      const organization = organizationOf(ctx, state);
      return page.of([...organization.members.keys()]).map((id) => ({
        ...toUserJson(getUser(state, id)),
        organizationRoles: rolesOf(state, organization, id),
      }));
    }),
  );
}

function addMemberRoutes(router: Router, state: State) {
  router.post(
    membersPath,
    answer(async (ctx) => {
      const { userIds } = await readBody(ctx, NewMembers);
      const members = writableMembers(ctx, state, userIds);
      for (const id of userIds) members.set(id, members.get(id) ?? []);
      ctx.status = 201;
      return { userIds };
    }),
  );

  router.put(
    membersPath,
    answer(async (ctx) => {
      const { userIds } = await readBody(ctx, Members);
      const members = writableMembers(ctx, state, userIds);
      for (const id of members.keys()) if (!userIds.includes(id)) members.delete(id);
      for (const id of userIds) members.set(id, members.get(id) ?? []);
    }),
  );

  router.delete(
    `${membersPath}/:userId`,
    answer((ctx) => {
      const { members } = state.organizations.get(param(ctx, 'id')) ?? {};
      if (!members?.delete(param(ctx, 'userId'))) throw notFound();
    }),
  );
}

function addMemberRoleRoutes(router: Router, state: State) {
  const path = `${membersPath}/:userId/roles`;

  router.get(
    path,
    answer((ctx) =>
      membership(ctx, state).roleIds.flatMap((id) => {
        const { resourceScopeIds: _, ...role } = state.organizationRoles.get(id) ?? {};
        return 'id' in role ? [role] : [];
      }),
    ),
  );

  router.post(
    path,
    answer(async (ctx) => {
      const { members, userId, roleIds } = membership(ctx, state);
      const added = await readRoleIds(ctx, state);
      members.set(userId, [...new Set([...roleIds, ...added])]);
      ctx.status = 201;
      return { organizationRoleIds: added };
    }),
  );

  router.put(
    path,
    answer(async (ctx) => {
      const { members, userId } = membership(ctx, state);
      members.set(userId, await readRoleIds(ctx, state));
    }),
  );

  router.delete(
    `${path}/:roleId`,
    answer((ctx) => {
      const { members, userId, roleIds } = membership(ctx, state);
      const roleId = param(ctx, 'roleId');
      if (!roleIds.includes(roleId)) throw notFound();
      members.set(
        userId,
        roleIds.filter((id) => id !== roleId),
      );
    }),
  );
}

const toJson = ({ members: _, ...organization }: Organization) => ({
  tenantId: 'default',
  color: {},
  branding: {},
  customCss: null,
  ...organization,
});

function rolesOf(state: State, { members }: Organization, userId: string) {
  const roles = (members.get(userId) ?? []).flatMap((id) => state.organizationRoles.get(id) ?? []);
  return roles.map(({ id, name }) => ({ id, name }));
}

function organizationOf(ctx: Context, state: State) {
  const organization = state.organizations.get(param(ctx, 'id'));
  if (!organization) throw new RequestError('entity.not_exists_with_id', 404);
  return organization;
}

/** A link to a row that is not there breaks a foreign key in Logto. */
const brokenLink = () => new RequestError('entity.relation_foreign_key_not_found', 404);

function writableMembers(ctx: Context, state: State, userIds: string[]) {
  const organization = state.organizations.get(param(ctx, 'id'));
  if (!organization || userIds.some((id) => !state.users.has(id))) throw brokenLink();
  return organization.members;
}

function membership(ctx: Context, state: State) {
  const userId = param(ctx, 'userId');
  const members = state.organizations.get(param(ctx, 'id'))?.members;
  const roleIds = members?.get(userId);
  if (!members || !roleIds) throw new RequestError('organization.require_membership', 422);
  return { members, userId, roleIds };
}

async function readRoleIds(ctx: Context, state: State) {
  const { organizationRoleIds, organizationRoleNames } = await readBody(ctx, OrganizationRoles);
  const named = [...state.organizationRoles.values()].filter(({ name }) =>
    organizationRoleNames.includes(name),
  );
  if (named.length < new Set(organizationRoleNames).size)
    throw new RequestError('organization.role_names_not_found', 422);
  if (organizationRoleIds.some((id) => !state.organizationRoles.has(id))) throw brokenLink();
  return [...new Set([...organizationRoleIds, ...named.map(({ id }) => id)])];
}
