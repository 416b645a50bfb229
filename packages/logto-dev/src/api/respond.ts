import { createHash } from 'node:crypto';
import type { Context, Next } from 'koa';
import { RequestError } from './errors.ts';

// Only that the text follows the language of the request can be relied on, never its wording.
const texts = { en: 'The request was refused', de: 'Die Anfrage wurde abgelehnt', zh: '请求被拒绝' } as const;

function localize(ctx: Context, code: string) {
  const language = ctx.acceptsLanguages('en', 'de', 'zh');
  return `${texts[language === 'de' || language === 'zh' ? language : 'en']} (${code})`;
}

/** The one place where an exception becomes an answer. */
export async function answerErrors(ctx: Context, next: Next) {
  try {
    await next();
  } catch (error) {
    if (error instanceof RequestError) {
      const { code, status, data, details } = error;
      ctx.status = status;
      ctx.body = { code, message: localize(ctx, code), data, details };
    } else if (error instanceof SyntaxError) {
      ctx.status = 400;
      ctx.body = { message: error.message };
    } else if (error instanceof Error && 'statusCode' in error) {
      // An HTTP error of the body parser, for instance "too large": Logto lets it end as Koa's own 404.
      ctx.status = 404;
    } else {
      ctx.app.emit('error', error, ctx);
      ctx.status = 500;
      ctx.body = { message: 'Internal server error.' };
    }
  }
}

export async function answerConditionalReads(ctx: Context, next: Next) {
  await next();
  if (ctx.method !== 'GET' || !ctx.body) return;
  ctx.etag = createHash('sha1').update(JSON.stringify(ctx.body)).digest('base64url');
  if (ctx.fresh) {
    ctx.status = 304;
    ctx.body = null;
  }
}
