import type { AddressInfo } from 'node:net';
import { env } from 'node:process';
import { appRouter, createContext, factsOf } from '@account/procedures';
import { createExpressMiddleware } from '@trpc/server/adapters/express';
import express from 'express';
import { services } from './services.ts';

const app = express();
app.use(
  '/account',
  createExpressMiddleware({
    router: appRouter,
    createContext: ({ req }) => createContext(services, factsOf(req.headers, { ip: req.ip })),
  }),
);

const server = app.listen(Number(env.PORT ?? 3000), () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`http://localhost:${port}/account\n`);
});
