import type Router from '@koa/router';
import { z } from 'zod';
import { newId } from '../ids.ts';
import type { Resource, State } from '../state.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody } from './guard.ts';
import { readPage } from './pagination.ts';
import { editableResource, forgetScope, scopeJson } from './resources.ts';
import { searchIn } from './search.ts';

const name = z.string().min(1).max(256);
const description = z.string().nullable();

const ScopeDraft = z.object({ name, description: description.default(null) });
const ScopePatch = z.object({ name: name.exactOptional(), description: description.exactOptional() });

const path = '/resources/:resourceId/scopes';

export function addResourceScopeRoutes(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const page = readPage(ctx);
      const fits = searchIn(['id', 'name', 'description'], ctx.URL.searchParams);
      const resource = state.resources.get(param(ctx, 'resourceId'));
      return resource ? page.of(resource.scopes.filter(fits)).map((scope) => scopeJson(scope, resource)) : [];
    }),
  );
  addWrites(router, state);
}

function addWrites(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const draft = await readBody(ctx, ScopeDraft);
      assertNoSpace(draft.name);
      const resource = editableResource(ctx, state, 'resourceId');
      assertNameFree(resource, draft.name);
      const scope = { id: newId(), ...draft, createdAt: Date.now() };
      resource.scopes.push(scope);
      ctx.status = 201;
      return scopeJson(scope, resource);
    }),
  );

  router.patch(
    `${path}/:scopeId`,
    answer(async (ctx) => {
      const patch = await readBody(ctx, ScopePatch);
      const resource = editableResource(ctx, state, 'resourceId');
      const scopeId = param(ctx, 'scopeId');
      if (patch.name) {
        assertNoSpace(patch.name);
        assertNameFree(resource, patch.name, scopeId);
      }
      if (Object.keys(patch).length === 0) throw new RequestError('entity.invalid_input', 422);
      const scope = resource.scopes.find(({ id }) => id === scopeId);
      if (!scope) throw new RequestError('entity.not_exists', 404);
      return scopeJson(Object.assign(scope, patch), resource);
    }),
  );

  router.delete(
    `${path}/:scopeId`,
    answer((ctx) => {
      const resource = editableResource(ctx, state, 'resourceId');
      const scopeId = param(ctx, 'scopeId');
      if (!resource.scopes.some(({ id }) => id === scopeId)) throw notFound();
      resource.scopes = resource.scopes.filter(({ id }) => id !== scopeId);
      forgetScope(state, scopeId);
    }),
  );
}

function assertNoSpace(text: string) {
  if (/\s/.test(text)) throw new RequestError('scope.name_with_space');
}

function assertNameFree({ scopes }: Resource, wanted: string, exceptId?: string) {
  if (scopes.some((scope) => scope.name === wanted && scope.id !== exceptId))
    throw new RequestError('scope.name_exists', 422);
}
