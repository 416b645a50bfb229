import type Router from '@koa/router';
import { z } from 'zod';
import { type HookEvent, hookEvents } from '../hooks.ts';
import { newId, newSecret } from '../ids.ts';
import type { Hook, State } from '../state.ts';
import { notFound, RequestError } from './errors.ts';
import { answer, param, readBody, yes } from './guard.ts';
import { readPage } from './pagination.ts';

const Event = z.enum(hookEvents);
const events = z
  .array(Event)
  .nonempty()
  .transform((all): HookEvent[] => [...new Set(all)]);
const config = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()).exactOptional(),
  retries: z.number().min(0).max(3).exactOptional(),
});

const HookDraft = z.object({
  name: z.string().max(256).default(''),
  event: Event.nullable().default(null),
  events: events.exactOptional(),
  config,
  enabled: z.boolean().default(true),
});
const HookPatch = z.object({
  name: z.string().max(256).exactOptional(),
  event: Event.nullable().exactOptional(),
  events: events.exactOptional(),
  config: config.exactOptional(),
  enabled: z.boolean().exactOptional(),
});

const path = '/hooks';
const dayMs = 24 * 3600 * 1000;

export function addHookRoutes(router: Router, state: State) {
  addReads(router, state);
  addWrites(router, state);
}

function addReads(router: Router, state: State) {
  router.get(
    path,
    answer((ctx) => {
      const hooks = [...state.hooks.values()].sort((a, b) => b.createdAt - a.createdAt);
      const isUnpaged = !ctx.query.page && !ctx.query.page_size;
      const withStats = yes(ctx.query.includeExecutionStats);
      return (isUnpaged ? hooks : readPage(ctx).of(hooks)).map((hook) => ({
        ...toJson(hook),
        ...(withStats && { executionStats: executionStats(state, hook) }),
      }));
    }),
  );

  router.get(
    `${path}/:id`,
    answer((ctx) => {
      const hook = state.hooks.get(param(ctx, 'id'));
      if (!hook) throw new RequestError('entity.not_exists_with_id', 404);
      const stats = ctx.query.includeExecutionStats && { executionStats: executionStats(state, hook) };
      return { ...toJson(hook), ...(stats || {}) };
    }),
  );

  router.get(
    `${path}/:id/recent-logs`,
    answer((ctx) => readPage(ctx).of(deliveries(state, param(ctx, 'id')).reverse())),
  );
}

function addWrites(router: Router, state: State) {
  router.post(
    path,
    answer(async (ctx) => {
      const draft = await readBody(ctx, HookDraft);
      if (!draft.events && !draft.event) throw new RequestError('hook.missing_events');
      const hook: Hook = {
        id: newId(),
        ...draft,
        events: draft.events ?? [],
        signingKey: newSecret(),
        createdAt: Date.now(),
      };
      state.hooks.set(hook.id, hook);
      ctx.status = 201;
      return toJson(hook);
    }),
  );

  router.patch(
    `${path}/:id`,
    answer(async (ctx) => {
      const patch = await readBody(ctx, HookPatch);
      if (Object.keys(patch).length === 0) throw new RequestError('entity.invalid_input', 422);
      return toJson(Object.assign(existing(state, param(ctx, 'id')), patch));
    }),
  );

  router.patch(
    `${path}/:id/signing-key`,
    answer((ctx) => toJson(Object.assign(existing(state, param(ctx, 'id')), { signingKey: newSecret() }))),
  );

  router.delete(
    `${path}/:id`,
    answer((ctx) => {
      if (!state.hooks.delete(param(ctx, 'id'))) throw notFound();
    }),
  );
}

function existing(state: State, id: string) {
  const hook = state.hooks.get(id);
  if (!hook) throw new RequestError('entity.not_exists', 404);
  return hook;
}

/** What became of the deliveries of the last day. */
const deliveries = (state: State, hookId: string) =>
  state.logs.filter(
    ({ key, payload, createdAt }) =>
      key.startsWith('TriggerHook.') && payload.hookId === hookId && createdAt > Date.now() - dayMs,
  );

function executionStats(state: State, { id }: Hook) {
  const all = deliveries(state, id);
  return {
    successCount: all.filter(({ payload }) => payload.result === 'Success').length,
    requestCount: all.length,
  };
}

const toJson = (hook: Hook) => ({ tenantId: 'default', ...hook });
