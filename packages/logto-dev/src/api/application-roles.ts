import type Router from '@koa/router';
import { z } from 'zod';
import type { State } from '../state.ts';
import { getApplication } from './applications.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, type Context, param, readBody } from './guard.ts';
import { readPage } from './pagination.ts';
import { roleJson } from './roles.ts';
import { searchIn } from './search.ts';

const RoleIds = z.object({ roleIds: z.array(z.string().min(1)) });

const path = '/applications/:id/roles';

/** The roles of a machine-to-machine application; others have none (422 `application.invalid_type`). */
export function addApplicationRoleRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const page = readPage(ctx);
      const fits = searchIn(['id', 'name', 'description'], ctx.URL.searchParams);
      const roles = machineOf(ctx, state).roleIds.flatMap((id) => state.roles.get(id) ?? []);
      return page.of(roles.filter(fits)).map(roleJson);
    }),
  );
  addChanges(router, state);
}

function addChanges(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const { roleIds } = await readBody(ctx, RoleIds);
      const machine = machineOf(ctx, state);
      const addedRoleIds = [...new Set(roleIds)].filter((id) => !machine.roleIds.includes(id));
      const roles = addedRoleIds.map((id) => state.roles.get(id));
      if (roles.some((role) => role?.type === 'User'))
        throw new RequestError('application.invalid_role_type', 422);
      if (roles.includes(undefined)) throw new RequestError('entity.not_exists_with_id', 404);
      machine.roleIds.push(...addedRoleIds);
      ctx.status = 201;
      return { roleIds, addedRoleIds };
    }),
  );

  router.put(
    path,
    answer(async (ctx) => {
      const { roleIds } = await readBody(ctx, RoleIds);
      const machine = machineOf(ctx, state);
      if (roleIds.some((id) => !machine.roleIds.includes(id) && !state.roles.has(id)))
        throw new RequestError('entity.not_exists_with_id', 404);
      machine.roleIds = [...new Set(roleIds)];
      // Where Logto answers nothing, Koa answers the words of the status as text.
      return 'OK';
    }),
  );

  router.delete(
    `${path}/:roleId`,
    answer((ctx) => {
      const machine = machineOf(ctx, state);
      const roleId = param(ctx, 'roleId');
      if (!machine.roleIds.includes(roleId)) throw notFound();
      machine.roleIds = machine.roleIds.filter((id) => id !== roleId);
    }),
  );
}

function machineOf(ctx: Context, state: State) {
  const application = getApplication(state, param(ctx, 'id'));
  if (application.type !== 'MachineToMachine') throw new RequestError('application.invalid_type', 422);
  return application;
}
