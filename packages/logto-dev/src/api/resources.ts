import type Router from '@koa/router';
import { z } from 'zod';
import { newId } from '../ids.ts';
import { managementApiIndicator } from '../keys.ts';
import type { Resource, Scope, State } from '../state.ts';
import { RequestError } from './errors.ts';
import { answer, type Context, param, readBody, yes } from './guard.ts';
import { readPage } from './pagination.ts';

const name = z.string().min(1);
const accessTokenTtl = z.number();

const ResourceDraft = z.object({
  name,
  indicator: z.string().min(1),
  accessTokenTtl: accessTokenTtl.default(3600),
});
const ResourcePatch = z.object({
  name: name.exactOptional(),
  accessTokenTtl: accessTokenTtl.exactOptional(),
});

const path = '/resources';

export function addResourceRoutes(router: Router, state: State) {
  addReads(router, state);
  addWrites(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const resources = [...state.resources.values()];
      const isUnpaged = !ctx.query.page && !ctx.query.page_size;
      const withScopes = yes(ctx.query.includeScopes);
      return (isUnpaged ? resources : readPage(ctx).of(resources)).map((resource) => ({
        ...resourceJson(resource),
        ...(withScopes && { scopes: resource.scopes.map((scope) => scopeJson(scope, resource)) }),
      }));
    }),
  );

  router.get(
    `${path}/:id`,
    answer((ctx) => resourceJson(getResource(state, param(ctx, 'id')))),
  );
}

function addWrites(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const { accessTokenTtl: accessTokenTtlSeconds, ...draft } = await readBody(ctx, ResourceDraft);
      if ([...state.resources.values()].some(({ indicator }) => indicator === draft.indicator))
        throw new RequestError('resource.resource_identifier_in_use', 422);
      const resource = { id: newId(), ...draft, isDefault: false, accessTokenTtlSeconds, scopes: [] };
      state.resources.set(resource.id, resource);
      ctx.status = 201;
      return { ...resourceJson(resource), scopes: [] };
    }),
  );

  router.patch(
    `${path}/:id`,
    answer(async (ctx) => {
      const { accessTokenTtl: ttl, ...patch } = await readBody(ctx, ResourcePatch);
      const resource = editableResource(ctx, state, 'id');
      if (ttl === undefined && Object.keys(patch).length === 0)
        throw new RequestError('entity.invalid_input', 422);
      Object.assign(resource, patch, ttl === undefined ? {} : { accessTokenTtlSeconds: ttl });
      return resourceJson(resource);
    }),
  );

  router.patch(
    `${path}/:id/is-default`,
    answer(async (ctx) => {
      const { isDefault } = await readBody(ctx, z.object({ isDefault: z.boolean() }));
      const resource = state.resources.get(param(ctx, 'id'));
      if (!resource) throw new RequestError('entity.not_exists', 404);
      if (isDefault) for (const each of state.resources.values()) each.isDefault = false;
      resource.isDefault = isDefault;
      return resourceJson(resource);
    }),
  );

  router.delete(
    `${path}/:id`,
    answer((ctx) => {
      const { id, indicator, scopes } = getResource(state, param(ctx, 'id'));
      if (indicator === managementApiIndicator)
        throw new RequestError('resource.cannot_delete_management_api');
      for (const scope of scopes) forgetScope(state, scope.id);
      state.resources.delete(id);
    }),
  );
}

/** Throws 404 `entity.not_exists_with_id`. */
function getResource(state: State, id: string): Resource {
  const resource = state.resources.get(id);
  if (!resource) throw new RequestError('entity.not_exists_with_id', 404);
  return resource;
}

/** The resource that a path names, unless it is the Management API, which nobody may change (400). */
export function editableResource(ctx: Context, state: State, parameter: 'id' | 'resourceId'): Resource {
  const resource = getResource(state, param(ctx, parameter));
  if (resource.indicator === managementApiIndicator)
    throw new RequestError('resource.cannot_modify_management_api');
  return resource;
}

/** No role grants a scope that is gone. */
export function forgetScope(state: State, scopeId: string) {
  for (const role of state.roles.values()) role.scopeIds = role.scopeIds.filter((id) => id !== scopeId);
}

export const resourceJson = ({ id, name, indicator, isDefault, accessTokenTtlSeconds }: Resource) => ({
  tenantId: 'default',
  id,
  name,
  indicator,
  isDefault,
  accessTokenTtl: accessTokenTtlSeconds,
});

export const scopeJson = ({ id, name, description, createdAt }: Scope, resource: Resource) => ({
  tenantId: 'default',
  id,
  resourceId: resource.id,
  name,
  description,
  createdAt,
});
