import { z } from 'zod';
import { RequestError } from './errors.ts';
import type { Context } from './guard.ts';

const PageNumber = z.coerce.number().positive();
const PageSize = PageNumber.max(100);

/**
 * Reads `page` (from 1) and `page_size` (20, at most 100). The `of` of the answer cuts the page out of all rows and
 * sets `Total-Number` and `Link`. Throws 400 `guard.invalid_pagination`.
 */
export function readPage(ctx: Context) {
  const number = PageNumber.safeParse(ctx.query.page || 1);
  const size = PageSize.safeParse(ctx.query.page_size || 20);
  if (!number.success || !size.success) throw new RequestError('guard.invalid_pagination');
  return {
    of<T>(rows: T[]): T[] {
      setHeaders(ctx, { number: number.data, size: size.data, total: rows.length });
      return rows.slice((number.data - 1) * size.data, number.data * size.data);
    },
  };
}

function setHeaders(ctx: Context, { number, size, total }: { number: number; size: number; total: number }) {
  const last = Math.ceil(total / size) || 1;
  const pages = {
    first: 1,
    ...(number > 1 && { prev: number - 1 }),
    last,
    ...(number < last && { next: number + 1 }),
  };
  ctx.set('Total-Number', String(total));
  for (const [rel, page] of Object.entries(pages)) {
    const query = new URLSearchParams(ctx.querystring);
    query.set('page', String(page));
    ctx.append('Link', `<${ctx.URL.origin}${ctx.path}?${query}>; rel="${rel}"`);
  }
}
