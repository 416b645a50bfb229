import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import Router from '@koa/router';
import Koa, { type Middleware } from 'koa';
import mount from 'koa-mount';
import { createManagementApi } from './api/index.ts';
import { answerConditionalReads } from './api/respond.ts';
import { misbehave } from './dev/faults.ts';
import { createDevRoutes } from './dev/index.ts';
import { createKeys } from './keys.ts';
import { oidcErrors } from './oidc/errors.ts';
import { createProvider } from './oidc/provider.ts';
import { lenientRequests } from './oidc/requests.ts';
import { addPasskeyRoutes } from './pages/add-passkey.ts';
import { addConsentRoutes } from './pages/consent.ts';
import { answerLostSessions } from './pages/lost-session.ts';
import { addSecondStepRoutes } from './pages/second-step.ts';
import { addSignInRoutes } from './pages/sign-in.ts';
import { addSocialSignInRoutes } from './pages/social-sign-in.ts';
import { addWelcomeRoute } from './pages/welcome.ts';
import type { State } from './state.ts';

const host = 'localhost';

/** 16 characters, as a nanoid of that length has. */
const requestId: Middleware = async (ctx, next) => {
  ctx.set('Logto-Core-Request-Id', randomBytes(12).toString('base64url'));
  await next();
};

/** So that a new key is seen at once. */
const cacheKeysBriefly: Middleware = async (ctx, next) => {
  await next();
  if (ctx.path === '/jwks') ctx.set('cache-control', 'no-cache, max-age=0, must-revalidate');
};

export type AppParts = { state: State; endpoint: string; reset: () => void };

/** The whole server as one Koa application: outermost first. */
export async function createApp({ state, endpoint, reset }: AppParts): Promise<Koa> {
  const keys = await createKeys(`${endpoint}/oidc`);
  const cookieKeys = [randomBytes(32).toString('hex')];
  const provider = createProvider({ state, keys, cookieKeys });
  const pages = new Router();
  addWelcomeRoute(pages, { state, endpoint });
  addSignInRoutes(pages, { provider, state });
  addSecondStepRoutes(pages, { provider, state });
  addSocialSignInRoutes(pages, { provider, state }, endpoint);
  addConsentRoutes(pages, { provider, state });
  addPasskeyRoutes(pages, { provider, state });

  const app = new Koa({ keys: cookieKeys });
  for (const middleware of [oidcErrors, answerConditionalReads, cacheKeysBriefly, lenientRequests])
    provider.use(middleware);
  provider.on('server_error', (ctx, error) => app.emit('error', error, ctx));
  app.use(requestId);
  app.use(misbehave(state));
  app.use(createDevRoutes({ state, endpoint, reset }).routes());
  app.use(mount('/oidc', provider));
  app.use(mount('/api', createManagementApi({ state, keys })));
  app.use(answerLostSessions(state));
  app.use(pages.routes());
  return app;
}

/**
 * Opens the port on the loopback interface only.
 * @throws Error with a sentence for the developer when the port is taken
 */
export function listen(port: number): Promise<{ server: Server; port: number }> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(takenMessage(port), { cause: error }) : error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

const takenMessage = (port: number) =>
  `Port ${port} is taken. Stop what listens there, or choose another one with --port.`;
