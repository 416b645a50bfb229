import { appRouter, createContext, factsOf } from '@account/procedures';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { services } from './services.ts';

/**
 * `app/api/account/[trpc]/route.ts` of a Next application, or the handler of anything else that speaks `Request` and
 * `Response`. Behind a proxy of yours, `x-real-ip` is where a caller who is not signed in comes from.
 */
export function GET(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/account',
    req,
    router: appRouter,
    createContext: () =>
      createContext(services, factsOf(req.headers, { ip: req.headers.get('x-real-ip') ?? undefined })),
  });
}
export { GET as POST };
