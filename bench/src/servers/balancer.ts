import { env } from 'node:process';
import { z } from 'zod';
import { startBalancer } from '../../../e2e/balancer.ts';

/** What stands before several servers, as a process of its own. */
const { PORT, SERVERS } = z.object({ PORT: z.coerce.number(), SERVERS: z.string() }).parse(env);
await startBalancer(SERVERS.split(','), PORT);
