import { accountEnvironment } from '@account/logto-dev';
import { newDatabase } from '@account/procedures/testing/database';
import startPostgres from '@account/procedures/testing/postgres';
import { z } from 'zod';
import { startServer } from './child.ts';
import { ours } from './contenders.ts';

const balancer = new URL('../dist/servers/balancer.mjs', import.meta.url);
const Tokens = z.array(z.string());
const Calls = z.record(z.string(), z.number());

export type Surroundings = Awaited<ReturnType<typeof startSurroundings>>;
export type Wanted = {
  /** So many can sign in. */
  people: number;
  /** So many tokens, sessions and organizations has everybody. */
  listLength?: number;
};

/** What our server needs around it to work as deployed: a Logto, and a real PostgreSQL with a database of its own. */
export async function startSurroundings({ people, listLength }: Wanted) {
  const stopPostgres = await startPostgres();
  const databaseUrl = await newDatabase();
  const stub = await startServer(
    new URL('./stub-logto.ts', import.meta.url),
    {
      TOKEN_COUNT: String(people),
      // The local Logto, whose answers the stub repeats, refuses to run in production.
      NODE_ENV: 'development',
      ...(listLength !== undefined && { LIST_LENGTH: String(listLength) }),
    },
    ['--import', 'tsx'],
  );
  const read = async (path: string): Promise<unknown> => (await fetch(stub.url + path)).json();
  const variables = {
    ...accountEnvironment(stub.url),
    ACCOUNT_PUBLIC_URL: 'http://localhost:3000',
    DATABASE_URL: databaseUrl,
  };
  return {
    databaseUrl,
    /** What a server of ours is started with. */
    variables,
    /** Each of another person: `person0`, `person1` … */
    tokens: Tokens.parse(await read('/tokens')),
    /** What Logto was asked since the last time, and how often. */
    takeLogtoCalls: async () => Calls.parse(await read('/calls')),
    /** The production build. */
    startOurs: (more: Record<string, string> = {}, nodeOptions: string[] = []) =>
      startServer(ours.file, { ...variables, ...more }, nodeOptions),
    /** Before several servers, in turn. */
    startBalancer: (urls: readonly string[]) =>
      startServer(balancer, { HOST: 'localhost', SERVERS: urls.join(',') }),
    stop: async () => {
      await stub.stop();
      await stopPostgres?.();
    },
  };
}
