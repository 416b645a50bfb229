import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Middleware } from 'koa';
import { isJsonObject } from '../state.ts';
import { InvalidRequest } from './library.ts';

const formType = 'application/x-www-form-urlencoded';
const getOnly = new Set(['/auth', '/session/end']);

/** Accepts what Logto accepts and oidc-provider does not: JSON, posts where it wants a GET, `resource=a,b`. */
export const lenientRequests: Middleware = async (ctx, next) => {
  if (ctx.path === '/auth') ctx.querystring = splitResources(ctx.querystring);
  if (ctx.method !== 'POST') return next();
  if (ctx.is('application/json')) ctx.req = asForm(ctx.req, toForm(await text(ctx.req)));
  else if (getOnly.has(ctx.path) && ctx.is(formType)) {
    ctx.querystring = splitResources(await text(ctx.req));
    ctx.method = 'GET';
  }
  return next();
};

function splitResources(querystring: string): string {
  const query = new URLSearchParams(querystring);
  const resources = query.getAll('resource');
  if (!resources.some((resource) => resource.includes(','))) return querystring;
  query.delete('resource');
  for (const resource of resources.join(',').split(',')) query.append('resource', resource);
  return query.toString();
}

function toForm(body: string): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(parse(body)))
    for (const item of [value].flat()) if (item !== null) form.append(name, String(item));
  return form.toString();
}

function parse(body: string) {
  try {
    const value: unknown = JSON.parse(body);
    if (isJsonObject(value)) return value;
  } catch {
    // Reported below, as any other body that is no object.
  }
  throw new InvalidRequest('failed to parse the request body');
}

/** The same request with another body. oidc-provider reads the stream itself and complains about a body parser. */
function asForm(request: IncomingMessage, form: string): IncomingMessage {
  const stream = Readable.from([Buffer.from(form)]);
  request.headers['content-type'] = formType;
  request.headers['content-length'] = String(Buffer.byteLength(form));
  return new Proxy(request, {
    get(target, name) {
      if (name === 'readable') return true;
      if (name === 'iterator') return stream.iterator.bind(stream);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
