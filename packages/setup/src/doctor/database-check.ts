import type { Config } from '@account/config';
import { inspectPostgres } from '@account/procedures';
import { reasonOf } from '../get.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

export async function checkDatabase({ store: { databaseUrl, folder } }: Config): Promise<Finding> {
  if (!databaseUrl)
    return ok('database', `Embedded, in ${folder}: for one server. Several need DATABASE_URL.`);
  try {
    const { pending, unknown } = await inspectPostgres(databaseUrl);
    if (unknown > 0) return fail('database', 'It was used by a newer version. Update this one.');
    if (pending > 0)
      return warn('database', `${pending} migrations are to be applied. The server does it at its start.`);
    return ok('database', 'PostgreSQL answers, and its tables are up to date.');
  } catch (error) {
    // The message of the driver may hold a user's name, so only its code is shown.
    return fail('database', `PostgreSQL does not answer (${reasonOf(error)}). Check DATABASE_URL.`);
  }
}
