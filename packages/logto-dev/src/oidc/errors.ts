import type { Middleware } from 'koa';
import { isJsonObject } from '../state.ts';
import { InvalidRequest, OIDCProviderError } from './library.ts';

/**
 * Turns OAuth error bodies into Logto's: `code` and `message` are added, the fields of OAuth stay.
 * `?parse_error=false` asks for the plain OAuth body.
 */
export const oidcErrors: Middleware = async (ctx, next) => {
  try {
    await next();
    if (ctx.status === 404 && ctx.body === undefined)
      throw new InvalidRequest(
        `unrecognized route or not allowed method (${ctx.method} on ${ctx.path})`,
        404,
      );
  } catch (error) {
    if (!(error instanceof OIDCProviderError)) throw error;
    ctx.status = error.statusCode;
    ctx.body = { error: error.message, error_description: error.error_description };
  }
  const body: unknown = ctx.body;
  if (ctx.status < 400 || ctx.query.parse_error === 'false' || !isJsonObject(body)) return;
  if (typeof body.error === 'string') ctx.body = { ...describe(body.error, body.error_description), ...body };
};

function describe(error: string, description: unknown) {
  const text = typeof description === 'string' ? description : '';
  const code = isSessionLost(text) ? 'session.not_found' : `oidc.${error}`;
  const uri = error === 'invalid_grant' ? { error_uri: 'https://openid.sh/debug/invalid_grant' } : {};
  return { code, message: text || `OpenID Connect error: ${error}.`, ...uri };
}

const isSessionLost = (description: string) =>
  (description.includes('session') && description.includes('not found')) ||
  description.includes('authorization request has expired');
