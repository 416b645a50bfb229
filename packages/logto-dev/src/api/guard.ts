import type { RouterContext } from '@koa/router';
import { koaBody } from 'koa-body';
import { z } from 'zod';
import type { JsonObject, State } from '../state.ts';
import { getUser } from '../users.ts';
import { RequestError } from './errors.ts';

export type Context = RouterContext;

/** Turns what `handle` returns into the answer; nothing means 204. A status other than 200 is set by `handle`. */
export function answer(handle: (ctx: Context) => unknown) {
  return async (ctx: Context) => {
    const result = await handle(ctx);
    if (result === undefined) ctx.status = 204;
    else ctx.body = result;
  };
}

/** Throws 400 `guard.invalid_input`. */
export function guard<T>(schema: z.ZodType<T>, data: unknown): T {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const { issues } = result.error;
  throw new RequestError('guard.invalid_input', 400, {
    data: { issues, name: 'ZodError' },
    details: issues
      .map(({ path, code, message }) => `Error in key path "${path.join('.')}": (${code}) ${message}`)
      .join('\n'),
  });
}

const parseBody = koaBody();

/** A body of another type than JSON, form or text counts as `{}`. Throws a SyntaxError for malformed JSON. */
export async function readBody<T>(ctx: Context, schema: z.ZodType<T>): Promise<T> {
  await parseBody(ctx, async () => {});
  return guard(schema, ctx.request.body ?? {});
}

export const readQuery = <T>(ctx: Context, schema: z.ZodType<T>): T => guard(schema, ctx.query);

/** A parameter of the matched path. */
export function param(ctx: Context, name: string): string {
  const value = ctx.params[name];
  if (value === undefined) throw new Error(`The route has no parameter "${name}"`);
  return value;
}

/** The person that `:userId` names. Throws 404 `entity.not_found`. */
export const userOf = (ctx: Context, state: State) => getUser(state, param(ctx, 'userId'));

/** The texts that Logto takes for a yes in a query. */
export const yes = (text: string | string[] | undefined) =>
  typeof text === 'string' && /^(1|true|y|yes|yep|yeah)$/i.test(text);

export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
export const email = z.string().regex(/^\S+@\S+\.\S+$/);
export const phone = z.string().regex(/^\d+$/);
export const username = z.string().regex(/^[A-Z_a-z]\w*$/);
