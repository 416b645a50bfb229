import { removeIdentifier, writeIdentifier } from '../../policy/identifiers.ts';
import { AccountError, fieldProblem } from '../../trpc/account-error.ts';
import type { ChangeContext, PersonContext } from '../../trpc/context.ts';
import { type Username, UsernamePolicy, type UsernameSettings, type UsernameUpdate } from './schemas.ts';
import { usernameViolations } from './violations.ts';

/** The person's username and what the tenant lets one be. Rests on `GET /api/users/{id}`. */
export async function getUsername({ services, user }: PersonContext): Promise<UsernameSettings> {
  return { username: user.username, policy: await readPolicy(services) };
}

/**
 * Gives the person another username, or a first one. Logto holds it against its characters only, so the tenant's
 * policy is ours to keep. Throws `INPUT_INVALID` with every rule that is broken.
 */
export async function updateUsername(ctx: ChangeContext, { username }: UsernameUpdate): Promise<Username> {
  if (username === ctx.user.username) throw fieldProblem('username', 'SAME_AS_BEFORE');
  const fields = usernameViolations(username, await readPolicy(ctx.services));
  if (fields.length > 0) throw new AccountError('INPUT_INVALID', { fields });
  return { username: await writeIdentifier(ctx, 'username', username) };
}

/** Throws `NOT_FOUND` without a username, `LAST_WAY_IN` when nothing else lets the person in. */
export async function removeUsername(ctx: ChangeContext): Promise<Username> {
  await removeIdentifier(ctx, 'username');
  return { username: null };
}

/** Logto stores the policy in part, and older ones know none. */
async function readPolicy({ tenant }: PersonContext['services']): Promise<UsernamePolicy> {
  return UsernamePolicy.parse((await tenant.signInExperience()).usernamePolicy ?? {});
}
