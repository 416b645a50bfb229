import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type Router from '@koa/router';
import type { Middleware } from 'koa';
import { z } from 'zod';
import type { Fault, State } from '../state.ts';

const faultDraft = z.strictObject({
  path: z.string().startsWith('/'),
  method: z.string().toUpperCase().optional(),
  count: z.int().positive().default(1),
  delayMs: z.number().min(0).optional(),
  status: z.int().min(200).max(599).optional(),
  body: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  cut: z.enum(['before', 'half']).optional(),
});

export function addFaultRoutes(router: Router, state: State) {
  router.get('/faults', (ctx) => {
    ctx.body = state.faults;
  });
  router.post('/faults', async (ctx) => {
    const parsed = faultDraft.safeParse(parseJson(await text(ctx.req)));
    ctx.status = parsed.success ? 201 : 400;
    if (!parsed.success) {
      ctx.body = { message: z.prettifyError(parsed.error) };
      return;
    }
    const fault: Fault = JSON.parse(JSON.stringify(parsed.data));
    state.faults.push(fault);
    ctx.body = fault;
  });
  router.delete('/faults', (ctx) => {
    state.faults = [];
    ctx.status = 204;
  });
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Lets the first fault that fits a request happen to it. The addresses of `/dev` are spared. */
export function misbehave(state: State): Middleware {
  return async (ctx, next) => {
    const fault = ctx.path.startsWith('/dev/') ? undefined : take(state, ctx);
    if (!fault) return next();
    if (fault.delayMs) await sleep(fault.delayMs);
    await fault.meanwhile?.();
    if (fault.cut === 'before') {
      ctx.respond = false;
      ctx.req.socket.destroy();
      return;
    }
    if (fault.status === undefined) await next();
    else {
      ctx.status = fault.status;
      ctx.body = fault.body ?? '';
    }
    ctx.set(fault.headers ?? {});
    if (fault.cut === 'half') cutInHalf(ctx);
  };
}

function take(state: State, { path, method }: { path: string; method: string }): Fault | undefined {
  const fault = state.faults.find(
    (item) => path.startsWith(item.path) && (item.method === undefined || item.method === method),
  );
  if (!fault) return undefined;
  fault.count -= 1;
  if (fault.count <= 0) state.faults = state.faults.filter((item) => item !== fault);
  return fault;
}

/** Promises the whole body, sends half of it and closes the connection. */
function cutInHalf(ctx: Parameters<Middleware>[0]) {
  const whole = Buffer.from(typeof ctx.body === 'string' ? ctx.body : JSON.stringify(ctx.body ?? ''));
  ctx.respond = false;
  ctx.res.statusCode = ctx.status;
  ctx.res.setHeader('content-length', whole.length);
  ctx.res.write(whole.subarray(0, Math.ceil(whole.length / 2)), () => ctx.req.socket.destroy());
}
