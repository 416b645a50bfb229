import { LogtoError, type Session } from '@account/logto-mgmt';
import type { PersonContext } from '../trpc/context.ts';

/**
 * The id (`payload.uid`) of the session that the holder of `idToken` sits in. `undefined` when that cannot be known:
 * Logto names the session only in ID tokens for apps that have a back-channel logout with sessions.
 */
export async function currentSessionId(
  { services, user }: PersonContext,
  sessions: readonly Session[],
  idToken: string | undefined,
): Promise<string | undefined> {
  const claims = idToken === undefined ? undefined : await services.readIdToken(user.id, idToken);
  if (!claims?.sid) return undefined;
  const isCurrent = ({ payload }: Session) => payload.authorizations?.[claims.clientId]?.sid === claims.sid;
  return sessions.find(isCurrent)?.payload.uid;
}

/**
 * Signs the person out everywhere but in the session of `idToken`; everywhere at all when that session is not known.
 * Applications of the operator that go on without a session end too; those of third parties that do are kept,
 * because they are connections that the person chose. Rests on `DELETE /api/users/{id}/sessions/{id}` and `…/grants/{id}`.
 */
export async function signOutOthers(
  ctx: PersonContext,
  idToken: string | undefined,
): Promise<{ count: number; keptCurrent: boolean }> {
  const { id } = ctx.user;
  const { sessions, grants } = ctx.services.logto.users;
  const all = await sessions.list(id);
  const current = await currentSessionId(ctx, all, idToken);
  const others = all.filter(({ payload }) => payload.uid !== current);
  for (const { payload } of others) {
    await sessions.revoke(id, payload.uid, { revokeGrantsTarget: 'all' }).catch(ignoreGone);
  }
  const kept = new Set(all.filter(({ payload }) => payload.uid === current).flatMap(grantIds));
  for (const grant of await grants.list(id, { appType: 'firstParty' })) {
    if (!kept.has(grant.id)) await grants.revoke(id, grant.id).catch(ignoreGone);
  }
  return { count: others.length, keptCurrent: current !== undefined };
}

function grantIds({ payload }: Session) {
  return Object.values(payload.authorizations ?? {}).map(({ grantId }) => grantId);
}

const goneCodes = ['oidc.session_not_found', 'oidc.invalid_session_account_id', 'oidc.invalid_grant'];

/** Whether a session or grant is no longer there, or not the person's. */
export function isGone(error: unknown) {
  return error instanceof LogtoError && error.status === 404 && goneCodes.includes(error.code);
}

/** Somebody else ended it in the meantime: what was wanted is so. */
function ignoreGone(error: unknown) {
  if (!isGone(error)) throw error;
}
