import type { Context, Next } from 'koa';
import type { Keys } from '../keys.ts';
import { RequestError } from './errors.ts';

const scheme = 'Bearer';

/** Lets only tokens for the Management API with the scope `all` through. `ctx.state.callerId` is their subject. */
export function authenticate(keys: Keys) {
  return async (ctx: Context, next: Next) => {
    const { sub, scope } = await verify(keys, readToken(ctx));
    if (!sub) throw new RequestError('auth.jwt_sub_missing', 401);
    if (typeof scope !== 'string' || !scope.split(' ').includes('all'))
      throw new RequestError('auth.forbidden', 403);
    ctx.state.callerId = sub;
    return next();
  };
}

function readToken(ctx: Context) {
  const { authorization } = ctx.headers;
  if (!authorization) throw new RequestError('auth.authorization_header_missing', 401);
  if (!authorization.startsWith(scheme))
    throw new RequestError('auth.authorization_token_type_not_supported', 401, {
      data: { supportedTypes: [scheme] },
    });
  return authorization.slice(scheme.length + 1);
}

async function verify(keys: Keys, token: string) {
  try {
    return await keys.verifyAccessToken(token);
  } catch (data) {
    throw new RequestError('auth.unauthorized', 401, { data });
  }
}
