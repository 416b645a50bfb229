import { setTimeout as sleep } from 'node:timers/promises';
import { type LogtoClient, LogtoError, type Role } from '@account/logto-mgmt';
import { z } from 'zod';
import { roles } from './blueprint.ts';
import { ConnectionOptions, connectionOf, readVariables } from './connection.ts';
import { CliError, type Io, type Progress } from './io.ts';
import { withLogto } from './logto.ts';
import { everyPage } from './setup/installation.ts';

export const GrantOptions = ConnectionOptions.extend({
  role: z.string().min(1),
  json: z.boolean().default(false),
});
type GrantOptions = z.infer<typeof GrantOptions>;

/** What `account grant --json` prints. */
export const GrantReport = z.strictObject({ role: z.string(), granted: z.int() });

/** People who are given the role in one request; a page of Logto's at most. */
const pageSize = 100;

/**
 * Gives the role to everybody who lacks it. Logto itself is asked who that is, so a run that was interrupted is gone on
 * with by another, and nobody is touched twice.
 */
export async function runGrant(io: Io, options: GrantOptions): Promise<0> {
  const { variables } = await readVariables(io, options.dotenv);
  const connection = await connectionOf(io, options, variables);
  const granted = await withLogto(connection, async (logto) =>
    grant(logto, await findRole(logto, options.role), progressOf(io, options)),
  );
  const report: z.infer<typeof GrantReport> = { role: options.role, granted };
  io.write(options.json ? JSON.stringify(report) : `${granted} people were given ${options.role}.`);
  return 0;
}

async function findRole(logto: LogtoClient, name: string): Promise<Role> {
  const all = await everyPage((request) => logto.roles.list({ ...request, type: 'User' }));
  const role = all.find((each) => each.name === name);
  if (!role) throw new CliError(`The tenant has no role "${name}" for people. Run \`account setup\` first.`);
  return role;
}

type Begin = (total: number) => Progress;

async function grant(logto: LogtoClient, { id, name }: Role, begin: Begin): Promise<number> {
  let progress: Progress | undefined;
  let granted = 0;
  for (;;) {
    const page = await patiently(() => logto.users.list({ excludeRoleId: id, page: 1, pageSize }));
    progress ??= begin(page.totalCount);
    if (page.items.length === 0) break;
    const userIds = page.items.map((user) => user.id);
    const isDone = await patiently(() => logto.roles.addUsers(id, userIds)).then(() => true, isOvertaken);
    if (!isDone) continue;
    granted += userIds.length;
    progress.advance(userIds.length, `${granted} people have been given ${name}`);
  }
  progress.stop(`Everybody has ${name}`);
  return granted;
}

/** Somebody of this page was given the role, or deleted, in the meantime: nothing was written, ask anew. */
function isOvertaken(error: unknown) {
  if (error instanceof LogtoError && (error.code === 'role.user_exists' || error.status === 404))
    return false;
  throw error;
}

/** Longer than this nobody waits at a terminal. */
const longestWaitSeconds = 120;

/** Waits as long as Logto asks when it has had enough for now. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof LogtoError) || error.status !== 429) throw error;
    const seconds = error.retryAfterSeconds ?? 1;
    if (seconds > longestWaitSeconds) throw error;
    await sleep(seconds * 1000);
    return patiently(call);
  }
}

const progressOf =
  (io: Io, { json, role }: GrantOptions): Begin =>
  (total) =>
    io.prompts && !json
      ? io.prompts.progress(total, `${total} people lack ${role}`)
      : { advance: (_by, message) => io.writeError(message), stop: () => {} };

export const defaultGrantRole = roles.ownerRole.name;
