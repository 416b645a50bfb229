import { fieldProblem } from '../trpc/account-error.ts';
import type { Services } from '../trpc/context.ts';

/**
 * Throws `WRONG_PASSWORD` at `path` unless it is the person's password. `POST /api/users/{id}/password/verify`, which
 * counts no tries: we do, under one key whatever procedure they are made at.
 */
export async function provePassword(
  { services, user }: { services: Services; user: { id: string } },
  password: string,
  path: string,
) {
  const tries = `${user.id}:password`;
  await services.limits.attempt('guess', tries);
  if (!(await services.logto.users.password.verify(user.id, password))) {
    throw fieldProblem(path, 'WRONG_PASSWORD');
  }
  await services.limits.forgive('guess', tries);
}
