import type Router from '@koa/router';
import { z } from 'zod';
import { newId } from '../ids.ts';
import { managementApiIndicator } from '../keys.ts';
import type { Role, State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, type Context, param, readBody, readQuery } from './guard.ts';
import { readPage } from './pagination.ts';
import { searchIn } from './search.ts';

const name = z.string().min(1).max(128);
const description = z.string().min(1).max(128);
const RoleType = z.enum(['User', 'MachineToMachine']);

const RoleDraft = z.object({
  name,
  description,
  type: RoleType.default('User'),
  isDefault: z.boolean().default(false),
  scopeIds: z.array(z.string().min(1)).default([]),
});
const RolePatch = z.object({
  name: name.exactOptional(),
  description: description.exactOptional(),
  isDefault: z.boolean().exactOptional(),
});
const RoleFilter = z.object({
  excludeUserId: z.string().optional(),
  excludeApplicationId: z.string().optional(),
  type: RoleType.optional(),
});

export function addRoleRoutes(router: Router, state: State) {
  addReads(router, state);
  addWrites(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    '/roles',
    answer((ctx) => {
      const page = readPage(ctx);
      const { type, excludeUserId = '', excludeApplicationId = '' } = readQuery(ctx, RoleFilter);
      const excluded = [
        ...(state.users.get(excludeUserId)?.roleIds ?? []),
        ...(state.applications.get(excludeApplicationId)?.roleIds ?? []),
      ];
      const fits = searchIn(['id', 'name', 'description'], ctx.URL.searchParams);
      const roles = [...state.roles.values()].filter(
        (role) => !excluded.includes(role.id) && (!type || role.type === type) && fits(role),
      );
      return page.of(roles).map((role) => ({ ...roleJson(role), ...holders(state, role.id) }));
    }),
  );

  router.get(
    '/roles/:id',
    answer((ctx) => roleJson(roleOf(ctx, state))),
  );
}

function addWrites(router: Router, state: State) {
  router.post(
    '/roles',
    answer(async (ctx) => {
      const draft = await readBody(ctx, RoleDraft);
      assertNameFree(state, draft.name);
      assertAssignable(state, draft.scopeIds, draft.type);
      const role = { id: newId(), ...draft };
      state.roles.set(role.id, role);
      return roleJson(role);
    }),
  );

  router.patch(
    '/roles/:id',
    answer(async (ctx) => {
      const patch = await readBody(ctx, RolePatch);
      const role = roleOf(ctx, state);
      if (patch.name) assertNameFree(state, patch.name, role.id);
      if (Object.keys(patch).length === 0) throw new RequestError('entity.invalid_input', 422);
      return roleJson(Object.assign(role, patch));
    }),
  );

  router.delete(
    '/roles/:id',
    answer((ctx) => {
      const { id } = roleOf(ctx, state);
      state.roles.delete(id);
      for (const holder of [...state.users.values(), ...state.applications.values()])
        holder.roleIds = holder.roleIds.filter((roleId) => roleId !== id);
    }),
  );
}

/** The role that `:id` names. Throws 404 `entity.not_exists_with_id`. */
export function roleOf(ctx: Context, state: State): Role {
  const role = state.roles.get(param(ctx, 'id'));
  if (!role) throw new RequestError('entity.not_exists_with_id', 404);
  return role;
}

/** Throws 404 for a scope that is not there, 400 for one of the Management API in a role for people. */
export function assertAssignable(state: State, scopeIds: string[], type: Role['type']) {
  for (const scopeId of scopeIds) {
    const resource = [...state.resources.values()].find(({ scopes }) =>
      scopes.some(({ id }) => id === scopeId),
    );
    if (!resource) throw new RequestError('entity.not_exists_with_id', 404);
    if (type === 'User' && resource.indicator === managementApiIndicator)
      throw new RequestError('role.management_api_scopes_not_assignable_to_user_role');
  }
}

function assertNameFree(state: State, wanted: string, exceptId?: string) {
  if ([...state.roles.values()].some((role) => role.name === wanted && role.id !== exceptId))
    throw new RequestError('role.name_in_use', 422);
}

const featured = 3;

function holders(state: State, roleId: string) {
  const users = [...state.users.values()].filter(({ roleIds }) => roleIds.includes(roleId));
  const applications = [...state.applications.values()].filter(({ roleIds }) => roleIds.includes(roleId));
  return {
    usersCount: users.length,
    featuredUsers: users.slice(0, featured).map(({ id, avatar, name }) => ({ id, avatar, name })),
    applicationsCount: applications.length,
    featuredApplications: applications.slice(0, featured).map(({ id, name, type }) => ({ id, name, type })),
  };
}

export const roleJson = ({ scopeIds: _, ...role }: Role) => ({ tenantId: 'default', ...role });
