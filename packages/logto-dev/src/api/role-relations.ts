import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { getUser, toUserJson } from '../users.ts';
import { applicationJson, getApplication } from './applications.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, type Context, param, readBody } from './guard.ts';
import { readPage } from './pagination.ts';
import { resourceJson, scopeJson } from './resources.ts';
import { assertAssignable, roleOf } from './roles.ts';
import { searchIn } from './search.ts';
import { searchUsers } from './user-search.ts';

const ids = z.array(z.string().min(1)).nonempty();

/** What a role grants, and who has it. */
export function addRoleRelationRoutes(router: Router, state: State) {
  addScopes(router, state);
  addOrganizationRoleScopes(router, state);
  addUsers(router, state);
  addApplications(router, state);
}

function scopesIn(state: State, scopeIds: readonly string[]) {
  return [...state.resources.values()].flatMap((resource) =>
    resource.scopes.filter(({ id }) => scopeIds.includes(id)).map((scope) => ({ scope, resource })),
  );
}

function addOrganizationRoleScopes(router: Router, state: State) {
  router.get(
    '/organization-roles/:id/resource-scopes',
    answer((ctx) => {
      const { resourceScopeIds = [] } = state.organizationRoles.get(param(ctx, 'id')) ?? {};
      return scopesIn(state, resourceScopeIds).map(({ scope, resource }) => scopeJson(scope, resource));
    }),
  );
}

function addScopes(router: Router, state: State) {
  const path = '/roles/:id/scopes';
  const scopesOf = (scopeIds: string[]) => scopesIn(state, scopeIds);

  router.get(
    path,
    answer((ctx) => {
      const fits = searchIn(['id', 'name', 'description'], ctx.URL.searchParams);
      const found = scopesOf(roleOf(ctx, state).scopeIds).filter(({ scope }) => fits(scope));
      const isUnpaged = !ctx.query.page && !ctx.query.page_size;
      return (isUnpaged ? found : readPage(ctx).of(found)).map(({ scope, resource }) => ({
        ...scopeJson(scope, resource),
        resource: resourceJson(resource),
      }));
    }),
  );

  router.post(
    path,
    answer(async (ctx) => {
      const { scopeIds } = await readBody(ctx, z.object({ scopeIds: ids }));
      const role = roleOf(ctx, state);
      if (scopeIds.some((id) => role.scopeIds.includes(id))) throw new RequestError('role.scope_exists', 422);
      assertAssignable(state, scopeIds, role.type);
      role.scopeIds.push(...new Set(scopeIds));
      ctx.status = 201;
      return scopesOf(role.scopeIds).map(({ scope, resource }) => scopeJson(scope, resource));
    }),
  );

  router.delete(
    `${path}/:scopeId`,
    answer((ctx) => {
      const role = state.roles.get(param(ctx, 'id'));
      const scopeId = param(ctx, 'scopeId');
      if (!role?.scopeIds.includes(scopeId)) throw notFound();
      role.scopeIds = role.scopeIds.filter((id) => id !== scopeId);
    }),
  );
}

function addUsers(router: Router, state: State) {
  const path = '/roles/:id/users';
  router.get(
    path,
    answer((ctx) => {
      const page = readPage(ctx);
      const { id } = roleOf(ctx, state);
      const users = searchUsers(state, ctx.URL.searchParams).filter(({ roleIds }) => roleIds.includes(id));
      return page.of(users).map((user) => toUserJson(user));
    }),
  );

  router.post(
    path,
    answer(async (ctx) => {
      const { userIds } = await readBody(ctx, z.object({ userIds: ids }));
      const { id } = roleOf(ctx, state);
      if (userIds.some((userId) => state.users.get(userId)?.roleIds.includes(id)))
        throw new RequestError('role.user_exists', 422);
      for (const user of userIds.map((userId) => getUser(state, userId))) user.roleIds.push(id);
      return createdWithoutBody(ctx);
    }),
  );

  router.delete(
    `${path}/:userId`,
    answer((ctx) => removeRole(state.users.get(param(ctx, 'userId')), param(ctx, 'id'))),
  );
}

function addApplications(router: Router, state: State) {
  const path = '/roles/:id/applications';
  router.get(
    path,
    answer((ctx) => {
      const page = readPage(ctx);
      const { id } = roleOf(ctx, state);
      const fits = searchIn(['id', 'name', 'description'], ctx.URL.searchParams);
      const machines = [...state.applications.values()].filter(
        (application) =>
          application.type === 'MachineToMachine' && application.roleIds.includes(id) && fits(application),
      );
      return page.of(machines).map(applicationJson);
    }),
  );

  router.post(
    path,
    answer(async (ctx) => {
      const { applicationIds } = await readBody(ctx, z.object({ applicationIds: ids }));
      const { id } = roleOf(ctx, state);
      if (applicationIds.some((each) => state.applications.get(each)?.roleIds.includes(id)))
        throw new RequestError('role.application_exists', 422);
      for (const application of applicationIds.map((each) => getApplication(state, each)))
        application.roleIds.push(id);
      return createdWithoutBody(ctx);
    }),
  );

  router.delete(
    `${path}/:applicationId`,
    answer((ctx) => removeRole(state.applications.get(param(ctx, 'applicationId')), param(ctx, 'id'))),
  );
}

/** Where Logto answers nothing, Koa answers the words of the status as text. */
function createdWithoutBody(ctx: Context) {
  ctx.status = 201;
  return 'Created';
}

function removeRole(holder: { roleIds: string[] } | undefined, roleId: string) {
  if (!holder?.roleIds.includes(roleId)) throw notFound();
  holder.roleIds = holder.roleIds.filter((id) => id !== roleId);
}
