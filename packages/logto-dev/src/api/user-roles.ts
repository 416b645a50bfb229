import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody, userOf } from './guard.ts';
import { readPage } from './pagination.ts';
import { roleJson } from './roles.ts';

const RoleIds = z.object({ roleIds: z.array(z.string().min(1)) });

const path = '/users/:userId/roles';

export function addUserRoleRoutes(router: Router, state: State) {
  addList(router, state);
  addChanges(router, state);
}

function addList(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const page = readPage(ctx);
      const { roleIds } = userOf(ctx, state);
      return page.of(roleIds.flatMap((id) => state.roles.get(id) ?? [])).map(roleJson);
    }),
  );
}

function addChanges(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const { roleIds } = await readBody(ctx, RoleIds);
      const user = userOf(ctx, state);
      const addedRoleIds = roleIds.filter((id) => !user.roleIds.includes(id));
      assertUserRoles(state, addedRoleIds);
      user.roleIds.push(...new Set(addedRoleIds));
      ctx.status = 201;
      return { roleIds, addedRoleIds };
    }),
  );

  router.put(
    path,
    answer(async (ctx) => {
      const { roleIds } = await readBody(ctx, RoleIds);
      const user = userOf(ctx, state);
      assertUserRoles(
        state,
        roleIds.filter((id) => !user.roleIds.includes(id)),
      );
      user.roleIds = [...new Set(roleIds)];
      return { roleIds: user.roleIds };
    }),
  );

  router.delete(
    `${path}/:roleId`,
    answer((ctx) => {
      const user = state.users.get(param(ctx, 'userId'));
      const roleId = param(ctx, 'roleId');
      if (!user?.roleIds.includes(roleId)) throw notFound();
      user.roleIds = user.roleIds.filter((id) => id !== roleId);
    }),
  );
}

function assertUserRoles(state: State, roleIds: string[]) {
  const roles = roleIds.map((id) => state.roles.get(id));
  if (roles.some((role) => role?.type === 'MachineToMachine'))
    throw new RequestError('user.invalid_role_type', 422);
  if (roles.includes(undefined)) throw new RequestError('entity.not_exists_with_id', 404);
}
